import { Trans } from '@lingui/react'
import { Outlet, useRevalidator } from 'react-router'
import type { Answer } from '../../failure.ts'
import { Say } from '../../language/say.tsx'
import { paths } from '../../paths.ts'
import { useAnswer } from '../../ui/answer.ts'
import { FailureMessage } from '../../ui/failure-message.tsx'
import { Message } from '../../ui/message.tsx'
import { useReturnedFocus } from '../../ui/use-returned-focus.ts'
import { Bone, Waiting } from '../../ui/waiting.tsx'
import { WayBack } from '../../ui/way-back.tsx'
import type { DepartureContext } from '../departure/departure-context.ts'
import { DepartureLosses } from '../departure/departure-losses.tsx'
import type { DepartureView } from '../departure/read-departure.ts'
import { LeaveButton } from '../departure/leave-button.tsx'
import { Refusal } from '../departure/refusal-card.tsx'
import { UnseenList } from '../departure/unseen-card.tsx'
import type { RoundEntry } from './round-progress.ts'
import { unknown } from './round-words.ts'
import styles from './round.module.css'

/** What leaving one organization of the round would end, and the button that asks about it. */
export function RoundPreview({
  entry: { organization, begun },
  departure,
  place,
  isAsked,
}: {
  entry: RoundEntry
  departure: Promise<Answer<DepartureView>>
  place: number
  /** Whether the question about it is open. */
  isAsked: boolean
}) {
  const { revalidate } = useRevalidator()
  const { answer, isRenewing } = useAnswer(departure)
  const buttonId = `leave-${place}`
  useReturnedFocus(isAsked ? buttonId : undefined)
  const retry = () => void revalidate()

  if (!answer) {
    return (
      <Waiting name={organization.name} onRetry={retry}>
        <div className={styles.instead}>
          <Bone width="100%" height={160} />
        </div>
      </Waiting>
    )
  }
  if ('failure' in answer) {
    return (
      <div className={styles.instead}>
        <FailureMessage
          failure={answer.failure}
          organization={organization}
          isRetrying={isRenewing}
          onRetry={retry}
        />
      </div>
    )
  }
  const { me, preview } = answer.value
  const question = paths.leaveInRound(place)
  const context: DepartureContext = {
    organization,
    begun,
    me,
    preview,
    page: paths.round,
    question,
  }
  const isUncertain = begun?.isUncertain === true && begun.leaver.personId === me.personId
  return (
    <>
      {isUncertain ? (
        <div className={styles.instead}>
          <Message tone="warning">
            <p>
              <Say text={unknown(me.organization.name)} />
            </p>
          </Message>
        </div>
      ) : null}
      {preview.mayLeave ? null : <Refusal me={me} preview={preview} />}
      {preview.mayNotBecause === 'not-a-guest' ? null : (
        <DepartureLosses me={me} preview={preview} />
      )}
      {preview.mayLeave ? (
        <>
          <details className={styles.more}>
            <summary>
              <Trans id="round.more" message="The way back, and what Foyer cannot see here" />
            </summary>
            <WayBack organization={me.organization.name} {...preview} />
            <UnseenList organization={me.organization.name} unseen={preview.unseen} />
          </details>
          <div className={styles.acts}>
            <LeaveButton id={buttonId} name={me.organization.name} question={question} />
          </div>
        </>
      ) : null}
      {isAsked ? <Outlet context={context} /> : null}
    </>
  )
}
