import { Input } from '@fluentui/react-components'
import { SearchRegular } from '@fluentui/react-icons/svg/search'
import { Trans, useLingui } from '@lingui/react'
import { type Chosen, type Show, shows } from './choose-guests.ts'
import styles from './guests.module.css'

/** Which guests are shown: by what they need, and by what is typed. */
export function GuestFilters({
  chosen,
  counts,
  onChoose,
}: {
  chosen: Chosen
  counts: Readonly<Record<Show, number>>
  onChoose: (chosen: Chosen) => void
}) {
  const { i18n } = useLingui()
  const label = i18n._(/*i18n*/ { id: 'guests.search', message: 'Name or address' })
  return (
    <div className={styles.tools}>
      <fieldset className={styles.segments}>
        <legend className="foyer-hidden">
          <Trans id="guests.show" message="Which guests are shown" />
        </legend>
        {shows.map((each) => (
          <label key={each} className={styles.segment}>
            <input
              type="radio"
              name="show"
              value={each}
              checked={each === chosen.show}
              onChange={() => onChoose({ ...chosen, show: each })}
            />
            <span>
              {each === 'all' ? (
                <Trans id="guests.show.all" message="All" />
              ) : (
                <Trans id="guests.show.needs-you" message="Needs you" />
              )}{' '}
              <span className={styles.count}>{i18n.number(counts[each])}</span>
            </span>
          </label>
        ))}
      </fieldset>
      <search className={styles.search}>
        <Input
          type="search"
          size="large"
          aria-label={label}
          placeholder={label}
          contentBefore={<SearchRegular />}
          value={chosen.search}
          autoComplete="off"
          spellCheck={false}
          onChange={(_, { value }) => onChoose({ ...chosen, search: value })}
        />
      </search>
    </div>
  )
}
