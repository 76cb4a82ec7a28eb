import { ChevronRightRegular } from '@fluentui/react-icons/svg/chevron-right'
import type { OrganizationLocation } from '@foyer/contracts/organizations'
import { Trans, useLingui } from '@lingui/react'
import { Form, Link } from 'react-router'
import { paths } from '../../paths.ts'
import { Door } from '../../ui/door.tsx'
import { Doorway } from '../../ui/doorway.tsx'
import { Logo } from '../../ui/logo.tsx'
import { PageTitle } from '../../ui/page-title.tsx'
import { AccountKinds } from '../account-kinds.tsx'
import type { Search } from '../find-organization.ts'
import { SearchForm } from './search-form.tsx'
import styles from './welcome-view.module.css'

/** The home page of somebody who is not signed in. */
export function WelcomeView({
  organizations,
  search,
}: {
  organizations: OrganizationLocation[]
  search: Search
}) {
  const { i18n } = useLingui()
  return (
    <Doorway
      beside={
        <>
          <div className={styles.claim}>
            <PageTitle
              size="poster"
              inWindow={i18n._({ id: 'welcome.window', message: 'Where you are a guest' })}
            >
              <Trans id="welcome.title" message="See where you are a guest. Stay, or leave." />
            </PageTitle>
            <p className={styles.lead}>
              <Trans
                id="welcome.lead"
                message="Organizations that work with you keep you as a guest in their directory. Foyer shows you who vouches for you, which groups you are in and why, and the way out."
              />
            </p>
          </div>
          <AccountKinds />
        </>
      }
      below={
        <Link to={paths.signInHelp}>
          <Trans id="welcome.help" message="I cannot sign in" />
        </Link>
      }
    >
      <div className={styles.sign}>
        <Logo size={52} />
      </div>
      <h2 className={styles.question}>
        <Trans id="welcome.question" message="Which organization invited you?" />
      </h2>
      <SearchForm search={search} isMain />
      {organizations.length > 0 ? <RememberedList organizations={organizations} /> : null}
    </Doorway>
  )
}

function RememberedList({ organizations }: { organizations: OrganizationLocation[] }) {
  return (
    <>
      <p className={styles.or}>
        <Trans id="welcome.or" message="or go back to" />
      </p>
      <ul>
        {organizations.map(({ organizationId, slug, name }) => (
          <li key={organizationId} className={styles.known}>
            <Link to={paths.organization(slug)} className={styles.way}>
              <Door name={name} size="small" />
              <bdi>{name}</bdi>
              <ChevronRightRegular />
            </Link>
          </li>
        ))}
      </ul>
      <Form method="post" action={paths.home} className={styles.forget}>
        <Trans id="welcome.remembered" message="Remembered only in this browser." />{' '}
        <button type="submit" className={styles.forgetButton}>
          <Trans id="welcome.forget" message="Forget them" />
        </button>
      </Form>
    </>
  )
}
