import type { GuestDetail } from '@foyer/contracts/guest'
import type { I18n, MessageDescriptor } from '@lingui/core'
import { formatCalendarDay } from '../../language/dates.ts'
import type { Decided } from './decide.ts'

/** What holds now, to whoever decided it; undefined where nothing was decided. */
export function tellDecided(
  i18n: I18n,
  { name, mail }: Pick<GuestDetail, 'name' | 'mail'>,
  { extension, answer }: Decided,
): MessageDescriptor | undefined {
  if ('failure' in answer) return undefined
  const { end } = answer.value
  const values = {
    name,
    until: extension ? formatCalendarDay(i18n, extension.until) : '',
    end: end ? formatCalendarDay(i18n, end.on) : '',
  }
  if (!extension) {
    return end
      ? /*i18n*/ {
          id: 'guest.decided.attested',
          message: 'You have confirmed that {name} is still needed. The access ends on {end}.',
          values,
        }
      : /*i18n*/ {
          id: 'guest.decided.attested-open',
          message: 'You have confirmed that {name} is still needed.',
          values,
        }
  }
  if (end && end.on < extension.until) {
    return /*i18n*/ {
      id: 'guest.decided.extended-less',
      message:
        '{name} may stay until {until}. The access ends on {end} all the same, unless somebody confirms before that they are still needed.',
      values,
    }
  }
  return mail
    ? /*i18n*/ {
        id: 'guest.decided.extended',
        message: '{name} may stay until {until}, and gets a mail with your reason.',
        values,
      }
    : /*i18n*/ {
        id: 'guest.decided.extended-untold',
        message: '{name} may stay until {until}. No address is known to which to write it.',
        values,
      }
}
