import type { OrganizationLocation } from '@foyer/contracts/organizations'
import { Trans } from '@lingui/react'
import type { Failure } from '../../failure.ts'
import { Say } from '../../language/say.tsx'
import { FailureMessage, HelpDeskLine } from '../../ui/failure-message.tsx'
import { Message } from '../../ui/message.tsx'
import { tellObstacle } from './obstacle-words.ts'

/** Why an answer was not taken, and whether anything was answered. */
export function AnswerFailure({
  organization,
  failure,
  isActing,
  onRetry,
}: {
  organization: OrganizationLocation
  failure: Failure
  isActing: boolean
  onRetry: () => void
}) {
  const obstacle = tellObstacle(failure.code)
  const undecided = <Trans id="left-guests.undecided" message="It has not been decided by that." />
  if (obstacle) {
    return (
      <Message tone="danger" role="alert" aside={<HelpDeskLine failure={failure} />}>
        <p>
          {undecided} <Say text={obstacle} />
        </p>
      </Message>
    )
  }
  return (
    <FailureMessage
      failure={failure}
      organization={organization}
      fact={
        failure.isUncertain ? (
          <Trans
            id="left-guests.unknown"
            message="Whether it was decided could not be seen. To try again does no harm."
          />
        ) : (
          undecided
        )
      }
      isRetrying={isActing}
      onRetry={onRetry}
    />
  )
}
