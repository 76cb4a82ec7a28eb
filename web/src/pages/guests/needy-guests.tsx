import type { GuestCount } from '@foyer/contracts/guest'
import { Trans, useLingui } from '@lingui/react'
import { formatCalendarDay } from '../../language/dates.ts'

/** How many guests need an answer of whoever vouches for them, and by when. */
export function NeedyGuests({ count: { needy, firstOn } }: { count: GuestCount }) {
  const { i18n } = useLingui()
  return firstOn ? (
    <Trans
      id="needs-you.guests.by"
      message="{needy, plural, one {One of your guests needs an answer, by {day}.} other {# of your guests need an answer, the first by {day}.}}"
      values={{ needy, day: formatCalendarDay(i18n, firstOn) }}
    />
  ) : (
    <Trans
      id="needs-you.guests"
      message="{needy, plural, one {One of your guests needs an answer.} other {# of your guests need an answer.}}"
      values={{ needy }}
    />
  )
}
