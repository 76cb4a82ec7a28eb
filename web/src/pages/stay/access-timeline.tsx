import type { MyAccess } from '@foyer/contracts/stay'
import { Trans, useLingui } from '@lingui/react'
import { formatCalendarDay, formatDay } from '../../language/dates.ts'
import { type Mark, Timeline } from '../../ui/timeline.tsx'
import { daysLeftOf, isEndNear } from './access.ts'

/** Since when somebody is a guest, today, and their last day. */
export function AccessTimeline({
  access,
  end,
  since,
}: {
  access: MyAccess
  end: NonNullable<MyAccess['end']>
  /** Absent where the directory does not say. */
  since: string | undefined
}) {
  const { i18n } = useLingui()
  const left = daysLeftOf(access) ?? 0
  const isOver = left < 0
  const today: Mark = {
    look: 'today',
    day: <Trans id="stay.today" message="Today" />,
    text: isOver ? (
      formatCalendarDay(i18n, access.today)
    ) : (
      <Trans
        id="stay.left"
        message="{left, plural, =0 {The last day} one {One day left} other {# days left}}"
        values={{ left }}
      />
    ),
  }
  const last: Mark = {
    look: isOver ? 'over' : 'end',
    day: formatCalendarDay(i18n, end.on),
    text: <Trans id="stay.last" message="Last day of your access" />,
  }
  const begin: Mark[] = since
    ? [
        {
          look: 'since',
          day: formatDay(i18n, since),
          text: <Trans id="stay.since" message="You became a guest" />,
        },
      ]
    : []
  return (
    <Timeline
      isNear={isEndNear(access)}
      marks={[...begin, ...(isOver ? [last, today] : [today, last])]}
    />
  )
}
