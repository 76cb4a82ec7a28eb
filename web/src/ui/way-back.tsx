import { Trans, useLingui } from '@lingui/react'
import type { ReactNode } from 'react'
import { formatDay } from '../language/dates.ts'
import styles from './way-back.module.css'

/** Until when a departure can be undone, and when it is final. */
export function WayBack({
  organization,
  leftAt,
  undoHours,
  restorableUntil,
  erasedBy,
}: {
  organization: string
  /** Absent where nobody has left yet. */
  leftAt?: string
  /** For how many hours they can take it back themselves, where nobody has left yet. */
  undoHours?: number
  restorableUntil: string
  erasedBy: string
}) {
  const { i18n } = useLingui()
  return (
    <div className={styles.wayBack}>
      {undoHours === undefined ? null : (
        <p className={styles.text}>
          <Trans
            id="way-back.undo"
            message="{undoHours, plural, one {For an hour after leaving you can take it back yourself.} other {For # hours after leaving you can take it back yourself.}}"
            values={{ undoHours }}
          />
        </p>
      )}
      <p className={styles.text}>
        <Trans
          id="way-back.text"
          message="Until {day} an administrator of {organization} can bring your account back with its groups, unless one deletes it earlier. Ask in time."
          values={{
            day: <strong>{formatDay(i18n, restorableUntil)}</strong>,
            organization: <bdi>{organization}</bdi>,
          }}
        />
      </p>
      <div className={styles.track} aria-hidden="true">
        <div className={styles.open} />
      </div>
      <ol className={styles.marks}>
        <Mark
          day={leftAt ? formatDay(i18n, leftAt) : <Trans id="way-back.today" message="Today" />}
        >
          <Trans id="way-back.today.text" message="You can no longer sign in" />
        </Mark>
        <Mark day={formatDay(i18n, restorableUntil)}>
          <Trans id="way-back.restorable.text" message="Last day to come back" />
        </Mark>
        <Mark day={formatDay(i18n, erasedBy)}>
          <Trans id="way-back.erased.text" message="Erased for good at the latest" />
        </Mark>
      </ol>
    </div>
  )
}

function Mark({ day, children }: { day: ReactNode; children: ReactNode }) {
  return (
    <li className={styles.mark}>
      <strong>{day}</strong>
      <span>{children}</span>
    </li>
  )
}
