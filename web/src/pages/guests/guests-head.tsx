import type { OrganizationLocation } from '@foyer/contracts/organizations'
import { Trans, useLingui } from '@lingui/react'
import type { ReactNode } from 'react'
import { paths } from '../../paths.ts'
import { BackLink } from '../../ui/back-link.tsx'
import { LinkButton } from '../../ui/link-button.tsx'
import { PageTitle } from '../../ui/page-title.tsx'
import styles from './guests.module.css'

/** What the page is, and below it its first sentences. */
export function GuestsHead({
  organization,
  children,
}: {
  organization: OrganizationLocation
  children: ReactNode
}) {
  const { i18n } = useLingui()
  return (
    <>
      <BackLink to={paths.organization(organization.slug)}>
        <bdi>{organization.name}</bdi>
      </BackLink>
      <PageTitle
        inWindow={i18n._(
          /*i18n*/ {
            id: 'guests.window',
            message: 'My guests at {name}',
            values: { name: organization.name },
          },
        )}
      >
        <Trans id="guests.title" message="My guests" />
      </PageTitle>
      <div className={styles.head}>
        <div className={styles.lead}>{children}</div>
        <LinkButton to={paths.invite(organization.slug)}>
          <Trans id="invite.button" message="Invite a guest" />
        </LinkButton>
      </div>
    </>
  )
}
