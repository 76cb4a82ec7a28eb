import type { I18n } from '@lingui/core'

/** Names in a row, joined as the language joins them. */
export function formatNames(i18n: I18n, names: readonly string[]): string {
  return new Intl.ListFormat(i18n.locale, { type: 'conjunction' }).format(names)
}

/** The same in parts, so that each name can be set apart from what joins it; more may follow. */
export function namePartsOf(
  i18n: I18n,
  names: readonly string[],
  { goesOn = false } = {},
): { readonly isName: boolean; readonly text: string }[] {
  return new Intl.ListFormat(i18n.locale, { type: goesOn ? 'unit' : 'conjunction' })
    .formatToParts(names)
    .map(({ type, value }) => ({ isName: type === 'element', text: value }))
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
