import type { OrganizationLocation } from '@foyer/contracts/organizations'
import { Trans, useLingui } from '@lingui/react'
import { paths } from '../../paths.ts'
import { BackLink } from '../../ui/back-link.tsx'
import { PageTitle } from '../../ui/page-title.tsx'
import { Bone, Waiting } from '../../ui/waiting.tsx'
import styles from './bulk.module.css'

/** The page while the organization has not answered who it is. */
export function BulkSkeleton({
  organization: { slug, name },
  onRetry,
}: {
  organization: OrganizationLocation
  onRetry: () => void
}) {
  const { i18n } = useLingui()
  return (
    <div className={styles.page}>
      <BackLink to={paths.guests(slug)}>
        <Trans id="guests.title" message="My guests" />
      </BackLink>
      <PageTitle
        inWindow={i18n._(/*i18n*/ { id: 'bulk.unread', message: 'Guests extended together' })}
      >
        <Trans id="bulk.unread" message="Guests extended together" />
      </PageTitle>
      <Waiting name={name} onRetry={onRetry}>
        <Bone width="100%" height={360} />
      </Waiting>
    </div>
  )
}
