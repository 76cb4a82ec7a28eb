import { Trans, useLingui } from '@lingui/react'
import { Door } from '../ui/door.tsx'
import { PageTitle } from '../ui/page-title.tsx'
import { AnswerCard } from './answer-card.tsx'
import { CheckCard } from './check-card.tsx'
import { EndedView } from './ended-view.tsx'
import type { InvitationView } from './invitation-page.tsx'
import styles from './invitation.module.css'
import { Letter } from './letter.tsx'
import { OpenUntilCard } from './open-until-card.tsx'
import { SeenAndAsked } from './seen-and-asked.tsx'
import { StandingMessage } from './standing-message.tsx'
import { TroubleMessage } from './trouble-message.tsx'
import { ButtonLink } from './button.tsx'

/** The offer as a letter: who, what for, until when; the check beside it; and then the answer. */
export function OfferView(view: InvitationView) {
  const { i18n } = useLingui()
  const { invitation, because } = view
  const { organization, offer, state } = invitation
  if (!offer) return <EndedView {...view} />
  const { name } = organization
  return (
    <>
      {because && because !== 'invitation-not-open' ? (
        <div className={styles.above}>
          <TroubleMessage
            code={because}
            organization={name}
            actions={
              because === 'known-already' ? (
                <ButtonLink href={`/o/${organization.slug}`}>
                  <Trans id="offer.sign-in-there" message="Sign in at {name}" values={{ name }} />
                </ButtonLink>
              ) : undefined
            }
          />
        </div>
      ) : null}
      {state === 'open' ? null : (
        <div className={styles.above}>
          <StandingMessage state={state} offer={offer} organization={organization} />
        </div>
      )}
      <div className={styles.page}>
        <article className={`${styles.card} ${styles.letter}`}>
          <header className={styles.head}>
            <Door name={name} size="large" look="blue" />
            <PageTitle
              size="slip"
              inWindow={i18n._(
                /*i18n*/ {
                  id: 'offer.window',
                  message: '{name} invites you',
                  values: { name },
                },
              )}
            >
              <Trans
                id="offer.title"
                message="{name} invites you to be its guest"
                values={{ name: <bdi>{name}</bdi> }}
              />
            </PageTitle>
          </header>
          <Letter organization={name} offer={offer} />
          <SeenAndAsked organization={organization} offer={offer} />
        </article>
        <div className={styles.side}>
          <CheckCard organization={organization} offer={offer} />
          <OpenUntilCard invitation={invitation} offer={offer} />
        </div>
        <AnswerCard {...view} offer={offer} />
      </div>
    </>
  )
}
