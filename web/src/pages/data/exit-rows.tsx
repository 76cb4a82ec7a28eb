import type { ExitRequestData } from '@foyer/contracts/my-data'
import type { MessageDescriptor } from '@lingui/core'
import { Trans, useLingui } from '@lingui/react'
import { formatInstant } from '../../language/dates.ts'
import { Say } from '../../language/say.tsx'
import styles from './data.module.css'

const states: Record<ExitRequestData['state'], MessageDescriptor> = {
  waiting: /*i18n*/ { id: 'data.exit.waiting', message: 'Waits for your word' },
  open: /*i18n*/ { id: 'data.exit.open', message: 'Waits for an answer' },
  granted: /*i18n*/ { id: 'data.exit.granted', message: 'Granted' },
  done: /*i18n*/ { id: 'data.state.done', message: 'Done' },
  refused: /*i18n*/ { id: 'data.state.refused', message: 'Refused' },
  stopped: /*i18n*/ { id: 'data.exit.stopped', message: 'Stopped' },
  gone: /*i18n*/ { id: 'data.exit.gone', message: 'Account gone' },
}

/** What was asked in somebody's name with a code from one of their addresses. */
export function ExitRows({
  requests,
  organization,
}: {
  requests: readonly ExitRequestData[]
  organization: string
}) {
  const { i18n } = useLingui()
  return (
    <ul className={styles.rows}>
      {requests.map(({ state, askedAt, addresses, reason, note }) => (
        <li key={askedAt} className={styles.row}>
          <strong>
            <Trans
              id="data.exit"
              message="To have your access at {name} ended"
              values={{ name: <bdi>{organization}</bdi> }}
            />
          </strong>
          <span className={styles.small}>
            {formatInstant(i18n, askedAt)} · <Say text={states[state]} /> ·{' '}
            <bdi dir="ltr">{addresses.join(', ')}</bdi>
          </span>
          {reason === undefined ? null : (
            <span className={styles.small}>
              <q>{reason}</q>
            </span>
          )}
          {note === undefined ? null : (
            <span className={styles.small}>
              <Trans
                id="asking.note"
                message="They wrote to you: {note}"
                values={{ note: <q>{note}</q> }}
              />
            </span>
          )}
        </li>
      ))}
    </ul>
  )
}
