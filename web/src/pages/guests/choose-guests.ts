import type { Guest } from '@foyer/contracts/guest'

/** Which guests are shown. */
export const shows = ['needs-you', 'all'] as const
export type Show = (typeof shows)[number]

/** What somebody wants to see of their guests. */
export interface Chosen {
  readonly show: Show
  readonly search: string
}

/** What an address says of it. */
export function readShow(text: string | null): Show {
  return shows.find((show) => show === text) ?? 'all'
}

/** Those that are wanted, and have each of the sought words in name, address or company. */
export function chooseGuests(guests: readonly Guest[], { show, search }: Chosen): readonly Guest[] {
  const words = plain(search).split(/\s+/u)
  return guests.filter(({ need, name, mail = '', company = '' }) => {
    if (show === 'needs-you' && need === undefined) return false
    const text = plain(`${name} ${mail} ${company}`)
    return words.every((word) => text.includes(word))
  })
}

/** Without accents and capitals, as somebody types a name that they have only heard. */
function plain(text: string): string {
  return text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase()
}
