import { Trans } from '@lingui/react'
import { BlankDoor } from '../../ui/door.tsx'
import styles from './organizations-view.module.css'
import type { Search } from '../find-organization.ts'
import { SearchForm } from './search-form.tsx'

/** The way to an organization that stands on no card. */
export function MissingCard({ search, isMain }: { search: Search; isMain: boolean }) {
  return (
    <section className={styles.missing} aria-labelledby="missing">
      <div className={styles.words}>
        {isMain ? <BlankDoor size="medium" /> : null}
        <div>
          <h2 id="missing" className={styles.question}>
            {isMain ? (
              <Trans id="home.first" message="Where were you invited?" />
            ) : (
              <Trans id="home.missing" message="Is one missing?" />
            )}
          </h2>
          <p className={styles.note}>
            <Trans
              id="home.missing.note"
              message="Foyer looks only where you have been in this browser. Name the organization to look further."
            />
          </p>
        </div>
      </div>
      <SearchForm search={search} isMain={isMain} layout="row" />
    </section>
  )
}
