import { Trans } from '@lingui/react'
import styles from './organizations-view.module.css'
import type { Search } from '../find-organization.ts'
import { SearchForm } from './search-form.tsx'

/** The way to an organization that stands on no card. */
export function MissingCard({ search, isMain }: { search: Search; isMain: boolean }) {
  return (
    <div className={styles.missing}>
      <h3 className={styles.question}>
        <Trans id="home.missing" message="Is one missing?" />
      </h3>
      <p className={styles.note}>
        <Trans
          id="home.missing.note"
          message="Foyer looks only where you have been in this browser. Name the organization to look further."
        />
      </p>
      <SearchForm search={search} isMain={isMain} />
    </div>
  )
}
