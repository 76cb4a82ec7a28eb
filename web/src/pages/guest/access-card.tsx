import type { GuestDetail } from '@foyer/contracts/guest'
import type { OrganizationLocation } from '@foyer/contracts/organizations'
import { Trans, useLingui } from '@lingui/react'
import type { ReactNode } from 'react'
import { daysBetween } from '../../calendar.ts'
import { formatCalendarDay, formatDay } from '../../language/dates.ts'
import { Say } from '../../language/say.tsx'
import { Card } from '../../ui/card.tsx'
import { NoEnd } from '../guests/no-end.tsx'
import { tellEnd } from '../guests/guest-words.ts'
import styles from './access-card.module.css'

/** Since when and until when somebody has access, in the order of the days; not to scale. */
export function AccessCard({
  organization,
  guest,
}: {
  organization: OrganizationLocation
  guest: GuestDetail
}) {
  const { i18n } = useLingui()
  const { name, since, end, today, need } = guest
  const because = tellEnd(i18n, guest)
  const left = end ? daysBetween(today, end.on) : undefined
  const hasEnded = left !== undefined && left < 0
  const now = (
    <Mark key="today" look="today" day={<Trans id="guest.time.today" message="Today" />}>
      {left === undefined || hasEnded ? (
        formatCalendarDay(i18n, today)
      ) : (
        <Trans
          id="guest.time.left"
          message="{left, plural, =0 {The last day} one {One day left} other {# days left}}"
          values={{ left }}
        />
      )}
    </Mark>
  )
  const last = (
    <Mark
      key="end"
      look={end ? 'end' : 'open'}
      day={end ? formatCalendarDay(i18n, end.on) : <NoEnd endOwner={guest.endOwner} />}
    >
      {end ? (
        <Trans id="guest.time.last" message="Last day with access" />
      ) : (
        <WhyOpen organization={organization} guest={guest} />
      )}
      {end && because ? (
        <span className={styles.because}>
          <Say text={because} />
        </span>
      ) : null}
    </Mark>
  )
  return (
    <Card
      heading={
        <Trans
          id="guest.time"
          message="How long {name} has access"
          values={{ name: <bdi>{name}</bdi> }}
        />
      }
    >
      <ol className={`${styles.timeline} ${need === undefined ? '' : styles.near}`}>
        <Mark
          look="since"
          day={
            since ? (
              formatDay(i18n, since)
            ) : (
              <Trans id="guest.time.since-unknown" message="Unknown since when" />
            )
          }
        >
          <Trans id="guest.time.since" message="Became a guest" />
        </Mark>
        {hasEnded ? [last, now] : [now, last]}
      </ol>
    </Card>
  )
}

function WhyOpen({
  organization: { name },
  guest: { endOwner },
}: {
  organization: OrganizationLocation
  guest: GuestDetail
}) {
  return endOwner === 'foyer' ? (
    <Trans
      id="guest.time.undecided"
      message="{name} has not decided how long guests may stay"
      values={{ name: <bdi>{name}</bdi> }}
    />
  ) : (
    <Trans id="guest.time.unknown" message="Whoever decides it has not told Foyer a day" />
  )
}

function Mark({
  look,
  day,
  children,
}: {
  look: 'since' | 'today' | 'end' | 'open'
  day: ReactNode
  children: ReactNode
}) {
  return (
    <li className={styles[look]}>
      <span className={styles.sign} aria-hidden="true" />
      <span className={styles.day}>{day}</span>
      <span className={styles.words}>{children}</span>
    </li>
  )
}
