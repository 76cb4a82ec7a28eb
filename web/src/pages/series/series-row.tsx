import { Say } from '../../language/say.tsx'
import { ReceiptLink } from './receipt-link.tsx'
import { type SeriesEntry, stateOf } from './series-progress.ts'
import { describeEntry } from './series-words.ts'
import styles from './series.module.css'
import { StateSign } from './state-sign.tsx'

/** One group of a series: its name, how it stands, and where that stands in full. */
export function SeriesRow({
  entry,
  organization,
  isSending,
}: {
  entry: SeriesEntry
  organization: string
  isSending: boolean
}) {
  const state = stateOf(entry)
  const { name, receipt } = entry
  return (
    <li className={styles.row}>
      <StateSign state={state} />
      <div className={styles.words}>
        <h3 className={styles.name}>
          <bdi>{name}</bdi>
        </h3>
        <p>
          {describeEntry(entry, { organization, isSending }).map((sentence) => (
            <span key={sentence.id}>
              <Say text={sentence} />{' '}
            </span>
          ))}
          {receipt ? <ReceiptLink name={name} address={receipt} state={state} /> : null}
        </p>
      </div>
    </li>
  )
}
