import type { OrganizationLocation } from '@foyer/contracts/organizations'
import { Trans } from '@lingui/react'
import type { Failure } from '../../failure.ts'
import { FailureMessage } from '../../ui/failure-message.tsx'

/** Why an answer was not taken, and whether anything was decided. */
export function Undecided({
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
  return (
    <FailureMessage
      failure={failure}
      organization={organization}
      fact={
        failure.isUncertain ? (
          <Trans
            id="answers.unknown"
            message="Whether it was decided could not be seen. To try again does no harm."
          />
        ) : (
          <NotDecided />
        )
      }
      isRetrying={isActing}
      onRetry={onRetry}
    />
  )
}

export function NotDecided() {
  return <Trans id="answers.undecided" message="It has not been decided by that." />
}
