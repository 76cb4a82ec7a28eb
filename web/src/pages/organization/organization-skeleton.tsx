import type { OrganizationLocation } from '@foyer/contracts/organizations'
import { Trans } from '@lingui/react'
import { Card } from '../../ui/card.tsx'
import { Bone, Waiting } from '../../ui/waiting.tsx'
import { AccessSkeleton } from '../stay/access-skeleton.tsx'
import { GroupsSkeleton } from './groups-skeleton.tsx'
import { OrganizationHead } from './organization-head.tsx'
import styles from './organization.module.css'

/** The page while the organization has not answered who one is there. */
export function OrganizationSkeleton({
  organization: { name },
  onRetry,
}: {
  organization: OrganizationLocation
  onRetry: () => void
}) {
  return (
    <>
      <OrganizationHead name={name} look="pale">
        <Bone width="80%" height={30} />
      </OrganizationHead>
      <Waiting name={name} onRetry={onRetry}>
        <div className={styles.body}>
          <div className={styles.column}>
            <AccessSkeleton />
            <GroupsSkeleton />
          </div>
          <div className={styles.column}>
            <Card heading={<Trans id="sponsors.title" message="Who vouches for you" />}>
              <Bone width="100%" height={110} />
            </Card>
            <Card heading={<Trans id="identity.title" message="Who you are here" />}>
              <Bone width="100%" height={220} />
            </Card>
          </div>
        </div>
      </Waiting>
    </>
  )
}
