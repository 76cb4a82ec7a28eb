import type { OrganizationLocation } from '@foyer/contracts/organizations'
import { Bone, Waiting } from '../../ui/waiting.tsx'
import { GuestsHead } from './guests-head.tsx'
import styles from './guests.module.css'

/** The page while the organization has not answered whose guests they are. */
export function GuestsSkeleton({
  organization,
  onRetry,
}: {
  organization: OrganizationLocation
  onRetry: () => void
}) {
  return (
    <>
      <GuestsHead organization={organization}>
        <Bone width="60%" height={30} />
      </GuestsHead>
      <Waiting name={organization.name} onRetry={onRetry}>
        <div className={styles.tools}>
          <Bone width={220} height={44} />
          <Bone width={300} height={44} />
        </div>
        <Bone width="100%" height={480} />
      </Waiting>
    </>
  )
}
