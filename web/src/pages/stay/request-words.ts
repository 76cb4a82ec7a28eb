import type { StayRequest } from '@foyer/contracts/stay'
import type { I18n, MessageDescriptor } from '@lingui/core'
import { formatCalendarDay, formatDay } from '../../language/dates.ts'

/** What became of a request; undefined while it is open, and where the guest took it back. */
export function tellAnswer(
  i18n: I18n,
  { state, askedAt, until, answeredAt, answeredBy, grantedUntil }: StayRequest,
  organization: string,
): MessageDescriptor | undefined {
  const values = {
    organization,
    by: answeredBy ?? '',
    askedDay: formatDay(i18n, askedAt),
    answeredDay: formatDay(i18n, answeredAt ?? askedAt),
    wanted: formatCalendarDay(i18n, until),
    day: formatCalendarDay(i18n, grantedUntil ?? until),
  }
  switch (state) {
    case 'granted': {
      const isOther = grantedUntil !== undefined && grantedUntil !== until
      if (answeredBy === undefined) {
        return /*i18n*/ {
          id: 'stay.granted.unknown',
          message: 'On {answeredDay} somebody at {organization} let you stay until {day}.',
          values,
        }
      }
      return isOther
        ? /*i18n*/ {
            id: 'stay.granted.other',
            message: 'On {answeredDay} {by} let you stay until {day}. You had asked for {wanted}.',
            values,
          }
        : /*i18n*/ {
            id: 'stay.granted',
            message: 'On {answeredDay} {by} let you stay until {day}, as you asked.',
            values,
          }
    }
    case 'refused':
      return answeredBy === undefined
        ? /*i18n*/ {
            id: 'stay.refused.unknown',
            message:
              'You asked to stay until {wanted}. On {answeredDay} somebody at {organization} said no, and your last day stays as it is.',
            values,
          }
        : /*i18n*/ {
            id: 'stay.refused',
            message:
              'You asked to stay until {wanted}. On {answeredDay} {by} said no, and your last day stays as it is.',
            values,
          }
    case 'lapsed':
      return /*i18n*/ {
        id: 'stay.lapsed',
        message:
          'You asked on {askedDay} to stay until {wanted}, and nobody at {organization} answered in time.',
        values,
      }
    case 'open':
    case 'withdrawn':
      return undefined
  }
}
