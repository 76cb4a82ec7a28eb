import type { I18n } from '@lingui/core'

/** A day as it stands in a sentence: with the whole month, in the person's own time zone. */
export function formatDay(i18n: I18n, instant: string): string {
  return i18n.date(new Date(instant), { day: 'numeric', month: 'long', year: 'numeric' })
}

/** A calendar day, as `2027-03-31`: the same wherever it is read. */
export function formatCalendarDay(i18n: I18n, day: string): string {
  return i18n.date(new Date(`${day}T00:00:00Z`), {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  })
}

/** A calendar day as it stands in a list. */
export function formatShortDay(i18n: I18n, day: string): string {
  return i18n.date(new Date(`${day}T00:00:00Z`), {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    timeZone: 'UTC',
  })
}

/** A time of day, as the person's clock shows it. */
export function formatTime(i18n: I18n, at: Date): string {
  return i18n.date(at, { hour: '2-digit', minute: '2-digit' })
}

/** A day and its time, in the person's own time zone. */
export function formatInstant(i18n: I18n, instant: string): string {
  return i18n.date(new Date(instant), {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
  })
}

/** An instant as a receipt names it: day, time and time zone. */
export function formatMoment(i18n: I18n, instant: string): string {
  return i18n.date(new Date(instant), {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    timeZoneName: 'long',
  })
}
