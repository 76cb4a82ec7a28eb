/**
 * Names come from directories that strangers write into. Before a text is made, each is put aside
 * and a stand-in of two characters that no name keeps takes its place; only whoever renders the text
 * puts them back, each in the way that is harmless there. So no name is ever part of a text.
 */
export interface StandIns {
  /** The same content, its names put aside. */
  readonly content: <T extends object>(content: T) => T
  /** A text in its parts: our own words, and names. */
  readonly partsOf: (text: string) => readonly Part[]
}

export interface Part {
  readonly text: string
  readonly isName: boolean
}

const first = 0xe100
const longest = 200
/** What somebody wrote to somebody. */
const longestReason = 500
const written = ['reason', 'message']
/** Of one list, so that each has a sign of its own. */
const mostNames = 100

export function createStandIns(): StandIns {
  const names: string[] = []

  function putAside(value: unknown, most = longest): unknown {
    if (Array.isArray(value)) return value.slice(0, mostNames).map((each) => putAside(each))
    if (typeof value === 'object' && value !== null) return putAllAside(value)
    if (typeof value !== 'string') return value
    names.push(harmless(value, most))
    return `\u{E000}${String.fromCharCode(first + names.length - 1)}`
  }

  function putAllAside<T extends object>(content: T): T {
    return Object.fromEntries(
      Object.entries(content).map(([key, value]) => [
        key,
        isCode(key)
          ? (value as unknown)
          : putAside(value, written.includes(key) ? longestReason : longest),
      ]),
    ) as T
  }

  return {
    content: putAllAside,
    partsOf: (text) =>
      text.split(/(\u{E000}.)/u).flatMap((part): Part[] => {
        if (!part.startsWith('\u{E000}')) return part === '' ? [] : [{ text: part, isName: false }]
        return [{ text: names[part.charCodeAt(1) - first] ?? '', isName: true }]
      }),
  }
}

/** What Foyer itself wrote: ids, codes, instants, its own address, and what it signed. */
function isCode(key: string): boolean {
  return /(^template|^outcome|^stage|^because|^day|^signed|^keysUrl|^slug|Id|At|On|Until)$/.test(
    key,
  )
}

/**
 * A name that breaks out of no line and turns no text around: without control characters, changes of
 * direction (Unicode TR36, 2.3), line separators and private ones, on one line, of a bounded length.
 */
export function harmless(name: string, most = longest): string {
  const plain = name
    .slice(0, most * 4)
    .replaceAll(
      /[\p{Cc}\p{Co}\p{Cs}\p{Cn}\u061C\u200E\u200F\u2028-\u202E\u2066-\u2069\uFEFF\u{E0000}-\u{E007F}]+/gu,
      ' ',
    )
    .replaceAll(/\s+/g, ' ')
    .trim()
  const signs = Array.from(plain)
  return signs.length <= most ? plain : `${signs.slice(0, most - 1).join('')}…`
}
