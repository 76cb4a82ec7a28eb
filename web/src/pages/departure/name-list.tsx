import { Trans, useLingui } from '@lingui/react'
import { Fragment } from 'react'
import { joinsOf } from '../../language/names.ts'
import styles from './departure.module.css'

/** As many names as are read at one look, and how many stand there where there are more. */
const mostAtOnce = 8
const shownOfMore = 5

/** Names in a row, each isolated, because it may run the other way; whoever has many opens the rest. */
export function NameList({ names }: { names: readonly string[] }) {
  const { i18n } = useLingui()
  const shown = names.length <= mostAtOnce ? names : names.slice(0, shownOfMore)
  const rest = names.slice(shown.length)
  const [before = '', ...joins] = joinsOf(i18n, shown.length + Math.min(rest.length, 1))
  return (
    <>
      {before}
      {shown.map((name, place) => (
        <Fragment key={`${place} ${name}`}>
          <bdi>{name}</bdi>
          {joins[place]}
        </Fragment>
      ))}
      {rest.length > 0 ? (
        <>
          <Rest names={rest} />
          {joins.at(-1)}
        </>
      ) : null}
    </>
  )
}

/** What stands in the row in place of the names that it is too short for. */
function Rest({ names }: { names: readonly string[] }) {
  return (
    <details className={styles.more}>
      <summary>
        <Trans id="departure.more-names" message="{count} more" values={{ count: names.length }} />
      </summary>
      <ul className={styles.names}>
        {names.map((name, place) => (
          <li key={`${place} ${name}`}>
            <bdi>{name}</bdi>
          </li>
        ))}
      </ul>
    </details>
  )
}
