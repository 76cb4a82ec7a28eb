import type { OrganizationLocation } from '@foyer/contracts/organizations'
import { Trans } from '@lingui/react'
import { paths } from '../../paths.ts'
import { Door } from '../../ui/door.tsx'
import { SignInButton } from '../../ui/sign-in-button.tsx'
import styles from './accounts-page.module.css'

/** The organizations of this browser, each a way in for another account. */
export function AddList({ organizations }: { organizations: OrganizationLocation[] }) {
  if (organizations.length === 0) return null
  return (
    <ul className={styles.ways}>
      {organizations.map(({ organizationId, slug, name }) => (
        <li key={organizationId} className={styles.way}>
          <Door name={name} size="small" />
          <SignInButton
            slug={slug}
            intent="another-account"
            returnTo={paths.home}
            appearance="secondary"
          >
            <Trans
              id="accounts-page.add.at"
              message="Sign in at {name} with another account"
              values={{ name: <bdi>{name}</bdi> }}
            />
          </SignInButton>
        </li>
      ))}
    </ul>
  )
}
