import { Trans, useLingui } from '@lingui/react'
import { formatMoment } from '../../language/dates.ts'
import styles from './organization.module.css'

/** Foyer reads again every minute or so: what is much older than that is said to be. */
const oldMs = 60 * 60_000

/** When the directory last said what the page shows, if that was long before the page was read. */
export function AsOf({ at, readAt }: { at: string | undefined; readAt: number }) {
  const { i18n } = useLingui()
  if (at === undefined || readAt - Date.parse(at) < oldMs) return null
  return (
    <span className={styles.asOf}>
      <Trans
        id="as-of"
        message="As of {moment}. Foyer cannot read anything newer at the moment."
        values={{ moment: formatMoment(i18n, at) }}
      />
    </span>
  )
}
