import type { GuestDetail } from '@foyer/contracts/guest'
import type { OrganizationLocation } from '@foyer/contracts/organizations'
import { Trans, useLingui } from '@lingui/react'
import { daysBetween } from '../../calendar.ts'
import { formatCalendarDay, formatDay } from '../../language/dates.ts'
import { Say } from '../../language/say.tsx'
import { Card } from '../../ui/card.tsx'
import { type Mark, Timeline } from '../../ui/timeline.tsx'
import { NoEnd } from '../guests/no-end.tsx'
import { tellEnd } from '../guests/guest-words.ts'
import styles from './guest.module.css'

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
  const now: Mark = {
    look: 'today',
    day: <Trans id="guest.time.today" message="Today" />,
    text:
      left === undefined || hasEnded ? (
        formatCalendarDay(i18n, today)
      ) : (
        <Trans
          id="guest.time.left"
          message="{left, plural, =0 {The last day} one {One day left} other {# days left}}"
          values={{ left }}
        />
      ),
  }
  const last: Mark = {
    look: end ? (hasEnded ? 'over' : 'end') : 'open',
    day: end ? formatCalendarDay(i18n, end.on) : <NoEnd endOwner={guest.endOwner} />,
    text: (
      <>
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
      </>
    ),
  }
  const begin: Mark = {
    look: 'since',
    day: since ? (
      formatDay(i18n, since)
    ) : (
      <Trans id="guest.time.since-unknown" message="Unknown since when" />
    ),
    text: <Trans id="guest.time.since" message="Became a guest" />,
  }
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
      <Timeline
        isNear={need !== undefined}
        marks={[begin, ...(hasEnded ? [last, now] : [now, last])]}
      />
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
