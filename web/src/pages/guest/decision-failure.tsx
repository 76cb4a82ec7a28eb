import type { OrganizationLocation } from '@foyer/contracts/organizations'
import { Trans } from '@lingui/react'
import type { Failure } from '../../failure.ts'
import { FailureMessage } from '../../ui/failure-message.tsx'

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
          <Trans id="guest.unchanged" message="Nothing was changed." />
        )
      }
      isRetrying={isActing}
      onRetry={onRetry}
    />
  )
}
