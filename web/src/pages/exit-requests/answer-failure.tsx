import type { OrganizationLocation } from '@foyer/contracts/organizations'
import type { Failure } from '../../failure.ts'
import { Say } from '../../language/say.tsx'
import { HelpDeskLine } from '../../ui/failure-message.tsx'
import { Message } from '../../ui/message.tsx'
import { NotDecided, Undecided } from '../answers/undecided.tsx'
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
  if (obstacle) {
    return (
      <Message tone="danger" role="alert" aside={<HelpDeskLine failure={failure} />}>
        <p>
          <NotDecided /> <Say text={obstacle} />
        </p>
      </Message>
    )
  }
  return (
    <Undecided
      organization={organization}
      failure={failure}
      isActing={isActing}
      onRetry={onRetry}
    />
  )
}
