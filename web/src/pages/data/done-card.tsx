import type { ExitRequestData, LeavingData } from '@foyer/contracts/my-data'
import type { MessageDescriptor } from '@lingui/core'
import { Trans, useLingui } from '@lingui/react'
import { formatInstant } from '../../language/dates.ts'
import { Say } from '../../language/say.tsx'
import { paths } from '../../paths.ts'
import { Card } from '../../ui/card.tsx'
import { LinkButton } from '../../ui/link-button.tsx'
import styles from './data.module.css'
import { ExitRows } from './exit-rows.tsx'
import { OwnerRows } from './owner-rows.tsx'

const states: Record<LeavingData['state'], MessageDescriptor> = {
  'under-way': /*i18n*/ { id: 'data.state.under-way', message: 'Under way' },
  done: /*i18n*/ { id: 'data.state.done', message: 'Done' },
  refused: /*i18n*/ { id: 'data.state.refused', message: 'Refused' },
  failed: /*i18n*/ { id: 'data.state.failed', message: 'Given up' },
}

/** What somebody wanted to leave, and how much stands in the journal. */
export function DoneCard({
  leavings,
  exitRequests,
  entryCount,
  organization,
}: {
  leavings: readonly LeavingData[]
  exitRequests: readonly ExitRequestData[]
  entryCount: number
  organization: string
}) {
  const { i18n } = useLingui()
  return (
    <Card heading={<Trans id="data.done.title" message="What you did here" />}>
      <p className={styles.text}>
        <Trans
          id="data.done.text"
          message="{entryCount, plural, =0 {Nothing stands in the journal about you.} one {One entry of the journal is about you.} other {# entries of the journal are about you.}} Names in it can be erased; that something was done stays."
          values={{ entryCount }}
        />
      </p>
      {leavings.length > 0 ? (
        <ul className={styles.rows}>
          {leavings.map(({ number, group, state, askedAt, undoneAt, request, hold, ...owners }) => (
            <li key={number} className={styles.row}>
              <strong>
                {group === undefined ? (
                  <Trans
                    id="data.left.organization"
                    message="To leave {name}"
                    values={{ name: <bdi>{organization}</bdi> }}
                  />
                ) : (
                  <Trans
                    id="data.left.group"
                    message="To leave the group {group}"
                    values={{ group: <bdi>{group}</bdi> }}
                  />
                )}
              </strong>
              <span className={styles.small}>
                {formatInstant(i18n, askedAt)} · <Say text={states[state]} />
                {undoneAt ? (
                  <>
                    {' · '}
                    <Trans
                      id="data.undone"
                      message="taken back {moment}"
                      values={{ moment: formatInstant(i18n, undoneAt) }}
                    />
                  </>
                ) : null}
              </span>
              {request ? (
                <span className={styles.small}>
                  <Trans
                    id="data.request"
                    message="You asked to come back {moment}."
                    values={{ moment: formatInstant(i18n, request.askedAt) }}
                  />{' '}
                  {request.reason === undefined ? null : <q>{request.reason}</q>}{' '}
                  {request.note === undefined ? null : (
                    <Trans
                      id="asking.note"
                      message="They wrote to you: {note}"
                      values={{ note: <q>{request.note}</q> }}
                    />
                  )}
                </span>
              ) : null}
              <OwnerRows {...owners} />
              {hold ? (
                <span className={styles.small}>
                  <Trans
                    id="data.hold"
                    message="Not to be brought back since {moment}: {reason}"
                    values={{
                      moment: formatInstant(i18n, hold.placedAt),
                      reason: <q>{hold.reason}</q>,
                    }}
                  />
                </span>
              ) : null}
            </li>
          ))}
        </ul>
      ) : null}
      {exitRequests.length > 0 ? (
        <ExitRows requests={exitRequests} organization={organization} />
      ) : null}
      <div className={styles.acts}>
        <LinkButton to={paths.record}>
          <Trans id="data.record" message="Read the entries" />
        </LinkButton>
      </div>
    </Card>
  )
}
