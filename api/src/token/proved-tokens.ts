import { hash } from 'node:crypto'

/** What was proved of a token: the key that signed it, and what it claims. */
export interface ProvedToken {
  readonly keyId: string
  /** In PEM: whoever uses the proof sees to it that the organization still has this key. */
  readonly key: string
  readonly claims: Readonly<Record<string, unknown>>
}

/**
 * Remembers that signatures hold, which is most of what it costs to check a token. A signature says
 * the same for ever; what changes (time, organizations, keys) is asked again for each request.
 */
export interface ProvedTokens {
  find(token: string): ProvedToken | undefined
  keep(token: string, proved: ProvedToken): void
  forget(token: string): void
}

/** About 3 kB each. */
const usualMost = 10_000

/** @param most tokens that are remembered; then the one goes that was not used for longest. */
export function createProvedTokens(most = usualMost): ProvedTokens {
  const kept = new Map<string, ProvedToken>()
  return {
    find(token) {
      const digest = digestOf(token)
      const proved = kept.get(digest)
      if (proved) {
        kept.delete(digest)
        kept.set(digest, proved)
      }
      return proved
    },
    keep(token, proved) {
      kept.set(digestOf(token), proved)
      const [oldest] = kept.size > most ? kept.keys() : []
      if (oldest !== undefined) kept.delete(oldest)
    },
    forget(token) {
      kept.delete(digestOf(token))
    },
  }
}

/** No token stays in memory, where a dump of the process would show it. */
function digestOf(token: string): string {
  return hash('sha256', token, 'base64url')
}
