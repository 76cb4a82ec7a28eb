import type { I18n } from '@lingui/core'

/** A day as it stands in a sentence: with the whole month, in the person's own time zone. */
export function formatDay(i18n: I18n, instant: string): string {
  return i18n.date(new Date(instant), { day: 'numeric', month: 'long', year: 'numeric' })
}
