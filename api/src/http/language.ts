import type { IncomingHttpHeaders } from 'node:http'

/** In which Foyer writes to people. */
export const languages = ['en', 'de'] as const
export type Language = (typeof languages)[number]

/** The language that a request prefers of those that there are (RFC 9110, 12.5.4). */
export function languageOf({ 'accept-language': accepted = '' }: IncomingHttpHeaders): Language {
  const wishes = accepted
    .slice(0, 200)
    .split(',')
    .map((wish, place) => {
      const [range = '', quality] = wish.trim().split(/\s*;\s*q=/)
      const weight = quality === undefined ? 1 : Number(quality)
      return { language: range.toLowerCase().split('-')[0], weight: weight || 0, place }
    })
    .filter(({ weight }) => weight > 0)
    .toSorted((one, other) => other.weight - one.weight || one.place - other.place)
  for (const { language } of wishes) {
    const known = languages.find((each) => each === language)
    if (known) return known
  }
  return 'en'
}
