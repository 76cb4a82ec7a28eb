import { Button } from '@fluentui/react-components'
import { ArrowSwapRegular } from '@fluentui/react-icons/svg/arrow-swap'
import type { GuestDetail } from '@foyer/contracts/guest'
import type { OrganizationLocation } from '@foyer/contracts/organizations'
import type { GuestSuccession, Succession } from '@foyer/contracts/succession'
import { Trans } from '@lingui/react'
import { useNavigate } from 'react-router'
import type { Answer, Failure } from '../../failure.ts'
import { paths } from '../../paths.ts'
import { useAnswer } from '../../ui/answer.ts'
import { Card } from '../../ui/card.tsx'
import { Bone } from '../../ui/waiting.tsx'
import { DecisionFailure } from './decision-failure.tsx'
import { isUnderWay } from './ending-card.tsx'
import styles from './guest.module.css'
import { SuccessionState } from './succession-state.tsx'

/** The buttons that open the questions who is asked, and whether the guest is somebody else's. */
export const handOverButtonId = 'hand-over'
export const disownButtonId = 'not-mine'

/** Who is asked to vouch next; and how whoever vouches, or an operator, has somebody asked. */
export function SuccessionCard({
  organization,
  guest,
  succession,
  isActing,
  failure,
  onTakeBack,
}: {
  organization: OrganizationLocation
  guest: GuestDetail
  succession: Promise<Answer<GuestSuccession>>
  isActing: boolean
  /** Why it was not taken back. */
  failure: Failure | undefined
  onTakeBack: () => void
}) {
  const navigate = useNavigate()
  const { answer } = useAnswer(succession)
  const { guestId, name, seenAs } = guest
  const { slug } = organization
  const found = answer && 'value' in answer ? answer.value : undefined
  const shown = found?.succession && isTold(found.succession) ? found.succession : undefined
  const mayAsk = !isUnderWay(guest.ending) && (!shown || mayReplace(shown, seenAs))
  if (!shown && !mayAsk) return null
  const values = { name: <bdi>{name}</bdi> }
  return (
    <Card
      heading={
        shown ? (
          <Trans id="guest.succession" message="Who vouches next" />
        ) : seenAs === 'sponsor' ? (
          <Trans id="guest.succession.mine" message="No longer yours to vouch for?" />
        ) : (
          <Trans id="guest.succession.operator" message="Should somebody else vouch?" />
        )
      }
    >
      {shown ? (
        <SuccessionState succession={shown} organization={organization} />
      ) : (
        <p className={styles.text}>
          {seenAs === 'sponsor' ? (
            <Trans
              id="guest.succession.mine.text"
              message="A new sponsor must accept first. Until then {name} stays with you."
              values={values}
            />
          ) : (
            <Trans
              id="guest.succession.operator.text"
              message="You can have a colleague asked. Until they accept, nothing changes for {name}."
              values={values}
            />
          )}
        </p>
      )}
      {answer && 'failure' in answer ? (
        <p className={styles.text}>
          <Trans
            id="guest.succession.unread"
            message="Whether somebody is asked already could not be read now."
          />
        </p>
      ) : null}
      {failure ? (
        <div className={styles.failure}>
          <DecisionFailure
            organization={organization}
            failure={failure}
            isActing={isActing}
            onRetry={onTakeBack}
          />
        </div>
      ) : null}
      {answer ? (
        <div className={styles.acts}>
          {mayAsk ? (
            <Button
              id={handOverButtonId}
              icon={<ArrowSwapRegular />}
              disabledFocusable={isActing}
              onClick={() => void navigate(paths.handOverGuest(slug, guestId))}
            >
              <Trans id="guest.hand-over" message="Hand over …" />
            </Button>
          ) : null}
          {mayAsk && seenAs === 'sponsor' ? (
            <Button
              id={disownButtonId}
              disabledFocusable={isActing}
              onClick={() => void navigate(paths.disownGuest(slug, guestId))}
            >
              <Trans id="guest.disown" message="Not my guest …" />
            </Button>
          ) : null}
          {found?.mayTakeBack ? (
            <Button disabledFocusable={isActing} onClick={onTakeBack}>
              <Trans id="guest.ending.withdraw" message="Take it back" />
            </Button>
          ) : null}
        </div>
      ) : (
        <div className={styles.acts}>
          <Bone width="60%" height={40} />
        </div>
      )}
    </Card>
  )
}

/** What is over says nothing more: who vouches stands on the page. */
function isTold({ state }: Succession): boolean {
  return state === 'open' || state === 'accepting' || state === 'exhausted'
}

/** Whoever vouches takes the place of what Foyer or the guest asked, and an operator that of any. */
function mayReplace({ state, cause }: Succession, seenAs: GuestDetail['seenAs']): boolean {
  if (state === 'exhausted') return true
  const isNobodysOfTheHouse = cause === 'orphaned' || cause === 'guest-asked'
  return state === 'open' && (seenAs === 'operator' || isNobodysOfTheHouse)
}
