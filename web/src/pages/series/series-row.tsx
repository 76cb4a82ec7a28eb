import { Spinner } from '@fluentui/react-components'
import { CheckmarkCircleFilled } from '@fluentui/react-icons/svg/checkmark-circle'
import { CircleRegular } from '@fluentui/react-icons/svg/circle'
import { ErrorCircleFilled } from '@fluentui/react-icons/svg/error-circle'
import { QuestionCircleFilled } from '@fluentui/react-icons/svg/question-circle'
import { Trans } from '@lingui/react'
import { Link } from 'react-router'
import { Say } from '../../language/say.tsx'
import { type SeriesEntry, type SeriesState, stateOf } from './series-progress.ts'
import { describeEntry } from './series-words.ts'
import styles from './series.module.css'

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
  return (
    <li className={`${styles.row} ${styles[state]}`}>
      <span className={styles.icon} aria-hidden="true">
        <StateIcon state={state} />
      </span>
      <div className={styles.words}>
        <h3 className={styles.name}>
          <bdi>{entry.name}</bdi>
        </h3>
        <p>
          {describeEntry(entry, { organization, isSending }).map((sentence) => (
            <span key={sentence.id}>
              <Say text={sentence} />{' '}
            </span>
          ))}
          {entry.receipt ? <ReceiptLink entry={entry} address={entry.receipt} /> : null}
        </p>
      </div>
    </li>
  )
}

function ReceiptLink({ entry, address }: { entry: SeriesEntry; address: string }) {
  const name = <bdi>{entry.name}</bdi>
  return (
    <Link to={address}>
      {stateOf(entry) === 'being-left' ? (
        <Trans id="being-left.more" message="How leaving {name} goes" values={{ name }} />
      ) : (
        <Trans id="series.receipt" message="Receipt for {name}" values={{ name }} />
      )}
    </Link>
  )
}

/** The sign of a state, which its words repeat. */
export function StateIcon({ state }: { state: SeriesState }) {
  switch (state) {
    case 'waiting':
      return <CircleRegular />
    case 'being-left':
      return <Spinner size="extra-tiny" />
    case 'left':
      return <CheckmarkCircleFilled />
    case 'not-left':
      return <ErrorCircleFilled />
    case 'unknown':
      return <QuestionCircleFilled />
  }
}
