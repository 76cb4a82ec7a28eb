import type { InvitationData } from '@foyer/contracts/my-data'
import { Trans, useLingui } from '@lingui/react'
import { formatCalendarDay, formatInstant } from '../../language/dates.ts'
import { Card } from '../../ui/card.tsx'
import styles from './data.module.css'

/** By which invitation somebody became a guest; nothing where Foyer keeps none. */
export function InvitationsCard({ invitations }: { invitations: readonly InvitationData[] }) {
  const { i18n } = useLingui()
  if (invitations.length === 0) return null
  return (
    <Card heading={<Trans id="data.invitations.title" message="How you were invited" />}>
      <ul className={styles.rows}>
        {invitations.map(({ invitedAt, invitedBy, mail, purpose, message, endsOn, groups }) => (
          <li key={invitedAt} className={styles.row}>
            <strong>
              <bdi>{purpose}</bdi>
            </strong>
            <span className={styles.small}>
              {formatInstant(i18n, invitedAt)} · <bdi>{invitedBy}</bdi> ·{' '}
              <bdi dir="ltr">{mail}</bdi>
            </span>
            <span className={styles.small}>
              <Trans
                id="data.invitations.until"
                message="Until {day}"
                values={{ day: formatCalendarDay(i18n, endsOn) }}
              />
            </span>
            {message === undefined ? null : (
              <span className={styles.small}>
                <q>{message}</q>
              </span>
            )}
            {groups.length === 0 ? null : (
              <span className={styles.small}>
                <bdi>{groups.join(', ')}</bdi>
              </span>
            )}
          </li>
        ))}
      </ul>
    </Card>
  )
}
