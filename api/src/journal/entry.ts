import { createHash } from 'node:crypto'

/** One entry, as it is bound to the one before: ids, codes and times, as the database keeps them. */
export interface ChainedEntry {
  readonly organizationId: string
  readonly position: number
  /** To the microsecond, as a timestamptz is: `2026-11-25T14:05:00.123000Z`. */
  readonly at: string
  readonly act: string
  readonly outcome: string
  readonly because: string | null
  readonly actorKind: string
  readonly actorId: string | null
  readonly onBehalfOf: string | null
  readonly guestId: string | null
  readonly objectId: string | null
  readonly subjectId: string | null
  readonly requestId: string | null
  readonly tokenId: string | null
  readonly sessionId: string | null
  readonly directoryRequestIds: readonly string[]
  readonly facts: unknown
  readonly words: Uint8Array | null
}

/** Before the first entry. */
export const genesis: Uint8Array = new Uint8Array(32)

/**
 * What of an entry is chained: JSON with its names in order (RFC 8785). Of sealed words only their
 * hash takes part, SHA-256 in hex.
 */
export function chainedText(entry: ChainedEntry): string {
  const words = entry.words && createHash('sha256').update(entry.words).digest('hex')
  return canonical({ ...entry, words })
}

/** The hash of an entry: SHA-256 over the 32 bytes of the hash before it and the chained text. */
export function hashOfText(previousHash: Uint8Array, chained: string): Uint8Array {
  return createHash('sha256').update(previousHash).update(chained).digest()
}

/** An instant as it stands in the chain. */
export function chainedInstant(at: Date): string {
  return at.toISOString().replace('Z', '000Z')
}

/**
 * Text as every database keeps it: PostgreSQL refuses NUL, and UTF-8 has no lone surrogates. What
 * comes from outside must not keep an act from being written down.
 */
export function keptText(text: string): string {
  return text.toWellFormed().replaceAll('\0', '\u{FFFD}')
}

/**
 * Facts that come back from jsonb as they went in.
 *
 * @throws {TypeError} for a number that is no whole one: its digits are the database's to choose.
 */
export function keptFacts(facts: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const text = JSON.stringify(facts, (_name, value: unknown) => {
    if (typeof value === 'string') return keptText(value)
    if (typeof value === 'number' && !Number.isSafeInteger(value)) {
      throw new TypeError('a fact of the journal is no whole number')
    }
    return value
  })
  return JSON.parse(text) as Record<string, unknown>
}

function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  const members = Object.entries(value)
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
    .map(([name, member]) => `${JSON.stringify(name)}:${canonical(member)}`)
  return `{${members.join(',')}}`
}
