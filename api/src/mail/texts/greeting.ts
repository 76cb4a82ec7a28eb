import type { I18n } from '@lingui/core'

/** A mail may be read at any time of the day, and a directory may know no name. */
export function greet(i18n: I18n, name: string): string {
  return i18n._({ id: 'greeting', message: 'Hello, {name}.', values: { name } })
}
