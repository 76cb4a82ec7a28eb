import { Button } from '@fluentui/react-components'
import type { Me } from '@foyer/contracts/me'
import type { OrganizationLocation } from '@foyer/contracts/organizations'
import { Trans, useLingui } from '@lingui/react'
import { useEffect } from 'react'
import { formatDay } from '../../language/dates.ts'
import { paths } from '../../paths.ts'
import { Announce } from '../../ui/announce.tsx'
import { LinkButton } from '../../ui/link-button.tsx'
import { focusHeading } from '../../ui/page-title.tsx'
import { TakeBackFailure } from '../stay/take-back-failure.tsx'
import styles from './organization.module.css'
import type { SponsorWishing } from './use-sponsor-wish.ts'

/** The button that opens the question. */
export const askForSponsorId = 'ask-for-sponsor'

/** That a guest asked for another sponsor, and how far that has come; or the way to ask. */
export function SponsorWish({
  me,
  organization,
  wishing: { succession, isActing, outcome, act },
}: {
  me: Me
  organization: OrganizationLocation
  wishing: SponsorWishing
}) {
  const { i18n } = useLingui()
  // Why it was not asked is told where it is asked.
  const failure = outcome?.what === 'withdraw' ? outcome.failure : undefined
  const isAsked = outcome?.what === 'ask' && !outcome.failure
  const isWithdrawn = outcome?.what === 'withdraw' && !failure
  useEffect(() => {
    // The button that had the focus is gone.
    if (isWithdrawn) focusHeading()
  }, [isWithdrawn])
  if (!succession) return null
  const { mayAsk, asked } = succession
  const withdraw = () => act({ what: 'withdraw' })
  const values = {
    organization: <bdi>{me.organization.name}</bdi>,
    day: asked ? formatDay(i18n, asked.askedAt) : '',
  }
  const state = asked ? (
    <>
      {asked.state === 'open' ? (
        <Trans
          id="sponsor-wish.open"
          message="On {day} you asked for a new sponsor. {organization} asks its own people, one after the other; you get a mail as soon as somebody accepts."
          values={values}
        />
      ) : asked.state === 'accepting' ? (
        <Trans
          id="sponsor-wish.accepting"
          message="Somebody has accepted to vouch for you, and stands here in a moment."
        />
      ) : (
        <Trans
          id="sponsor-wish.exhausted"
          message="On {day} you asked for a new sponsor, and nobody was found. Those who run Foyer at {organization} see it; you can ask once more."
          values={values}
        />
      )}
    </>
  ) : null
  return (
    <>
      {isAsked && state ? (
        <Announce>
          <p className="foyer-hidden">{state}</p>
        </Announce>
      ) : null}
      {isWithdrawn ? (
        <Announce>
          <p className="foyer-hidden">
            <Trans
              id="sponsor-wish.withdrawn"
              message="Nobody is asked any more. Who vouches for you stays as it was."
            />
          </p>
        </Announce>
      ) : null}
      {state ? <p className={styles.wish}>{state}</p> : null}
      {asked?.state === 'open' && !failure ? (
        <div className={styles.acts}>
          <Button onClick={withdraw} disabledFocusable={isActing}>
            <Trans id="stay.take-back" message="Take it back" />
          </Button>
        </div>
      ) : null}
      {failure ? (
        <TakeBackFailure
          failure={failure}
          organization={organization}
          isRetrying={isActing}
          onRetry={withdraw}
        />
      ) : null}
      {mayAsk ? (
        <div className={styles.acts}>
          <LinkButton to={paths.askForSponsor(organization.slug)} id={askForSponsorId}>
            <Trans id="sponsor-wish.open-question" message="Ask for a new sponsor …" />
          </LinkButton>
        </div>
      ) : null}
    </>
  )
}
