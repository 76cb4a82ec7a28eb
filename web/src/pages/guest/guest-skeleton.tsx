import type { OrganizationLocation } from '@foyer/contracts/organizations'
import { Trans, useLingui } from '@lingui/react'
import { paths } from '../../paths.ts'
import { BackLink } from '../../ui/back-link.tsx'
import { PageTitle } from '../../ui/page-title.tsx'
import { Bone, Waiting } from '../../ui/waiting.tsx'
import styles from './guest.module.css'

/** The page while the organization has not answered who it is. */
export function GuestSkeleton({
  organization,
  onRetry,
}: {
  organization: OrganizationLocation
  onRetry: () => void
}) {
  const { i18n } = useLingui()
  return (
    <>
      <BackLink to={paths.guests(organization.slug)}>
        <Trans id="guests.title" message="My guests" />
      </BackLink>
      <div className={styles.head}>
        <PageTitle inWindow={i18n._(/*i18n*/ { id: 'guest.unread', message: 'One of my guests' })}>
          <Trans id="guest.unread" message="One of my guests" />
        </PageTitle>
      </div>
      <Waiting name={organization.name} onRetry={onRetry}>
        <div className={styles.column}>
          <Bone width="100%" height={160} />
          <div className={styles.body}>
            <div className={styles.column}>
              <Bone width="100%" height={200} />
              <Bone width="100%" height={280} />
            </div>
            <Bone width="100%" height={260} />
          </div>
        </div>
      </Waiting>
    </>
  )
}
