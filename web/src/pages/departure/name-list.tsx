import { Trans, useLingui } from '@lingui/react'
import { Fragment } from 'react'
import { namePartsOf } from '../../language/names.ts'
import styles from './departure.module.css'

/** As many names as are read at one look, and how many stand there where there are more. */
const mostAtOnce = 8
const shownOfMore = 5

/** Names in a row, each isolated, because it may run the other way; whoever has many opens the rest. */
export function NameList({ names }: { names: readonly string[] }) {
  if (names.length <= mostAtOnce) return <NameRow names={names} />
  const rest = names.slice(shownOfMore)
  return (
    <>
      <NameRow names={names.slice(0, shownOfMore)} goesOn />
      <details className={styles.more}>
        <summary>
          <Trans
            id="departure.more-names"
            message="and {count} more"
            values={{ count: rest.length }}
          />
        </summary>
        <ul className={styles.names}>
          {rest.map((name, place) => (
            <li key={`${place} ${name}`}>
              <bdi>{name}</bdi>
            </li>
          ))}
        </ul>
      </details>
    </>
  )
}

function NameRow({ names, goesOn = false }: { names: readonly string[]; goesOn?: boolean }) {
  const { i18n } = useLingui()
  return namePartsOf(i18n, names, { goesOn }).map(({ isName, text }, place) =>
    isName ? (
      <bdi key={`${place} ${text}`}>{text}</bdi>
    ) : (
      <Fragment key={`${place} ${text}`}>{text}</Fragment>
    ),
  )
}
