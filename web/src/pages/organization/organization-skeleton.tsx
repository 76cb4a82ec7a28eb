import type { OrganizationLocation } from '@foyer/contracts/organizations'
import { Bone, Waiting } from '../../ui/waiting.tsx'
import { OrganizationHead } from './organization-head.tsx'

/** The page while the organization has not answered who one is there. */
export function OrganizationSkeleton({
  organization: { name },
  onRetry,
}: {
  organization: OrganizationLocation
  onRetry: () => void
}) {
  return (
    <OrganizationHead name={name} look="pale">
      <Waiting name={name} onRetry={onRetry}>
        <Bone width="80%" height={30} />
      </Waiting>
    </OrganizationHead>
  )
}
