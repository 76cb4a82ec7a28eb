import type { OrganizationLocation } from '@foyer/contracts/organizations'
import { Trans } from '@lingui/react'
import { Card } from '../../ui/card.tsx'
import { Bone, Waiting } from '../../ui/waiting.tsx'
import { DepartureHead } from './departure-head.tsx'
import styles from './departure.module.css'

/** The page while the organization has not answered what would end. */
export function DepartureSkeleton({
  organization: { slug, name },
  onRetry,
}: {
  organization: OrganizationLocation
  onRetry: () => void
}) {
  return (
    <div className={styles.page}>
      <DepartureHead slug={slug} name={name} look="pale">
        <Bone width="100%" height={52} />
      </DepartureHead>
      <Waiting name={name} onRetry={onRetry}>
        <Card heading={<Trans id="departure.ends" message="What ends and what stays" />}>
          <div className={styles.losses}>
            <Bone width="100%" height={200} />
          </div>
        </Card>
      </Waiting>
    </div>
  )
}
