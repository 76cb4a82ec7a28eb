import type { OrganizationLocation } from '@foyer/contracts/organizations'
import { Trans, useLingui } from '@lingui/react'
import { paths } from '../../paths.ts'
import { Door } from '../../ui/door.tsx'
import { LinkButton } from '../../ui/link-button.tsx'
import { PageTitle } from '../../ui/page-title.tsx'
import { type Search, SearchForm } from './search-form.tsx'
import styles from './organizations-view.module.css'

/** The home page of somebody who is signed in: the organizations that this browser knows. */
export function OrganizationsView({
  organizations,
  search,
}: {
  organizations: OrganizationLocation[]
  search: Search
}) {
  const { i18n } = useLingui()
  return (
    <>
      <PageTitle inWindow={i18n._({ id: 'home.window', message: 'My organizations' })}>
        <Trans id="home.title" message="Where you are a guest" />
      </PageTitle>
      <p className={styles.lead}>
        <Trans
          id="home.lead"
          message="{count, plural, =0 {This browser knows no organization of yours yet. Name one below.} one {This browser knows one organization of yours.} other {This browser knows # organizations of yours.}}"
          values={{ count: organizations.length }}
        />
      </p>
      <ul className={styles.list}>
        {organizations.map(({ organizationId, slug, name }) => (
          <li key={organizationId} className={styles.card}>
            <div className={styles.head}>
              <Door name={name} size="medium" />
              <h2 className={styles.name}>
                <bdi>{name}</bdi>
              </h2>
            </div>
            <LinkButton to={paths.organization(slug)}>
              <Trans id="home.open" message="Open {name}" values={{ name: <bdi>{name}</bdi> }} />
            </LinkButton>
          </li>
        ))}
        <li className={styles.missing}>
          <h2 className={styles.question}>
            <Trans id="home.missing" message="Is one missing?" />
          </h2>
          <p className={styles.note}>
            <Trans
              id="home.missing.note"
              message="Foyer looks only where you have been in this browser. Name the organization to look further."
            />
          </p>
          <SearchForm search={search} isMain={organizations.length === 0} />
        </li>
      </ul>
    </>
  )
}
