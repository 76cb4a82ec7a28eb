import type { I18n } from '@lingui/core'

/** Where no organization has said otherwise. */
const timeZone = 'UTC'

/** A day as a mail names it: with its weekday and the whole month. */
export function formatDay(i18n: I18n, instant: string): string {
  return inSentence(i18n, i18n.date(new Date(instant), { ...day, timeZone }))
}

/** A calendar day, wherever it is. */
export function formatCalendarDay(i18n: I18n, on: string): string {
  return formatDay(i18n, `${on}T00:00:00Z`)
}

/** An instant as a mail names it: the day, the time and its time zone. */
export function formatMoment(i18n: I18n, instant: string): string {
  return inSentence(i18n, i18n.date(new Date(instant), { ...day, ...time, timeZone }))
}

/** English writes a comma after the weekday where a date stands alone. */
function inSentence({ locale }: I18n, date: string): string {
  return locale === 'en' ? date.replace(',', '') : date
}

const day = { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' } as const
const time = { hour: '2-digit', minute: '2-digit', timeZoneName: 'short' } as const
