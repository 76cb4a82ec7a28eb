import { createHash } from 'node:crypto'

/** What the journal tells of. A new act goes here first, and then into the words of the web. */
export type Act = 'leave-organization' | 'leave-group'

export type Outcome = 'asked' | 'done' | 'refused' | 'failed'

/** One entry, as it is bound to the one before: ids, codes and times. */
export interface ChainedEntry {
  readonly organizationId: string
  readonly position: number
  readonly at: Date
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
 * The hash of an entry: SHA-256 over the hash before it and the entry as JSON with its names in
 * order (RFC 8785, for what occurs here). Of sealed words only their own hash takes part.
 */
export function hashOfEntry(previousHash: Uint8Array, entry: ChainedEntry): Uint8Array {
  const { at, words, ...rest } = entry
  const chained = {
    ...rest,
    at: at.toISOString(),
    words: words && createHash('sha256').update(words).digest('hex'),
  }
  return createHash('sha256').update(previousHash).update(canonical(chained)).digest()
}

function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  const members = Object.entries(value)
    .filter(([, member]) => member !== undefined)
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
    .map(([name, member]) => `${JSON.stringify(name)}:${canonical(member)}`)
  return `{${members.join(',')}}`
}
