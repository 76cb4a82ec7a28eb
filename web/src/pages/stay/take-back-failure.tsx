import type { OrganizationLocation } from '@foyer/contracts/organizations'
import { Trans } from '@lingui/react'
import type { Failure } from '../../failure.ts'
import { FailureMessage } from '../../ui/failure-message.tsx'

/** That a guest's own request could not be taken back, or nobody knows whether it was. */
export function TakeBackFailure({
  failure,
  organization,
  isRetrying,
  onRetry,
}: {
  failure: Failure
  organization: OrganizationLocation
  isRetrying: boolean
  onRetry: () => void
}) {
  return (
    <FailureMessage
      failure={failure}
      organization={organization}
      fact={
        failure.isUncertain ? (
          <Trans
            id="stay.take-back.unknown"
            message="Whether it was taken back could not be seen. To try again does no harm."
          />
        ) : (
          <Trans id="stay.take-back.failed" message="Your request stands as it did." />
        )
      }
      isRetrying={isRetrying}
      onRetry={onRetry}
    />
  )
}
