import { createHmac, timingSafeEqual } from 'node:crypto'
import type { CallerIdentity } from '../token/validate-claims.ts'

/** How long a person has to sign in again and come back, by the Clock. */
const lifeSeconds = 10 * 60

/**
 * The word with which the API asks for a fresh sign-in: when it asked, signed for one person in one
 * organization. The server keeps nothing; whoever repeats the request brings it along.
 */
export interface Challenges {
  issue(caller: CallerIdentity, now: Date): string
  /** When it was asked, in seconds since 1970; undefined for one that is not, or no longer, good. */
  readTime(challenge: string, caller: CallerIdentity, now: Date): number | undefined
}

export function createChallenges(key: Uint8Array): Challenges {
  function sign(issuedAt: string, { organizationId, personId }: CallerIdentity): Buffer {
    // The purpose is part of it, so that no other use of the key makes a challenge.
    const parts = ['departure', organizationId, personId, issuedAt]
    return createHmac('sha256', key).update(parts.join('\n')).digest()
  }

  return {
    issue(caller, now) {
      const issuedAt = String(Math.floor(now.getTime() / 1000))
      return `${issuedAt}.${sign(issuedAt, caller).toString('base64url')}`
    },
    readTime(challenge, caller, now) {
      const [, issuedAt = '', signature = ''] = /^(\d{1,11})\.([\w-]{43})$/.exec(challenge) ?? []
      const told = Buffer.from(signature, 'base64url')
      const expected = sign(issuedAt, caller)
      if (told.length !== expected.length || !timingSafeEqual(told, expected)) return undefined
      const age = now.getTime() / 1000 - Number(issuedAt)
      return age >= 0 && age <= lifeSeconds ? Number(issuedAt) : undefined
    },
  }
}
