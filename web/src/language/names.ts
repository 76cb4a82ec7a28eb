import type { I18n } from '@lingui/core'

/** Names in a row, joined as the language joins them. */
export function formatNames(i18n: I18n, names: readonly string[]): string {
  return new Intl.ListFormat(i18n.locale, { type: 'conjunction' }).format(names)
}

/** What stands before, between and after so many names in a row. */
export function joinsOf(i18n: I18n, count: number): string[] {
  const joins = ['']
  const parts = new Intl.ListFormat(i18n.locale, { type: 'conjunction' }).formatToParts(
    Array.from({ length: count }, () => 'x'),
  )
  for (const { type, value } of parts) {
    if (type === 'element') joins.push('')
    else joins.push((joins.pop() ?? '') + value)
  }
  return joins
}

/** Up to two letters for a person's avatar. */
export function initialsOf(name: string): string {
  const words = name.split(/\s+/u).filter((word) => /^\p{L}/u.test(word))
  const [first, last] = [words.at(0), words.length > 1 ? words.at(-1) : undefined]
  return [first, last].map((word) => firstLetterOf(word ?? '')).join('')
}

/** The letter on an organization's door. */
export function initialOf(name: string): string {
  const word = name.split(/[^\p{L}\p{N}]+/u).find((part) => part !== '')
  return firstLetterOf(word ?? name)
}

function firstLetterOf(word: string): string {
  const [letter] = new Intl.Segmenter().segment(word)
  return letter?.segment.toLocaleUpperCase() ?? ''
}
