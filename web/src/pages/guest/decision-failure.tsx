import type { OrganizationLocation } from '@foyer/contracts/organizations'
import { Trans } from '@lingui/react'
import type { Failure } from '../../failure.ts'
import { Say } from '../../language/say.tsx'
import { FailureMessage, HelpDeskLine } from '../../ui/failure-message.tsx'
import { Message } from '../../ui/message.tsx'
import { tellRefusal } from './refusal-words.ts'

/** Why a decision was not taken, and whether anything was changed. */
export function DecisionFailure({
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
  const refusal = tellRefusal(failure.code)
  if (refusal) {
    return (
      <Message tone="danger" role="alert" aside={<HelpDeskLine failure={failure} />}>
        <p>
          <Unchanged /> <Say text={refusal} />
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
            id="guest.unknown"
            message="Whether it was changed could not be seen. To try again does no harm."
          />
        ) : (
          <Unchanged />
        )
      }
      isRetrying={isActing}
      onRetry={onRetry}
    />
  )
}

function Unchanged() {
  return <Trans id="guest.unchanged" message="Nothing was changed." />
}
