import { randomInt } from 'node:crypto'
import type { Saved } from '../state/saved.ts'

/** entra-behaviours.md 9; how many tries a code survives is not documented. */
const codeLifeMs = 30 * 60_000
const mostTries = 5

interface MailCode {
  readonly code: string
  readonly until: number
  triesLeft: number
}

/** The one-time codes of accounts that have no other way to sign in. */
export interface MailCodes extends Saved {
  /** Makes a code that replaces an earlier one. */
  create(accountId: string, now: Date): string
  redeem(accountId: string, code: string, now: Date): 'accepted' | 'wrong' | 'ended'
  clear(): void
}

export function createMailCodes(): MailCodes {
  let codes = new Map<string, MailCode>()
  return {
    create(accountId, now) {
      const code = String(randomInt(10_000_000, 100_000_000))
      codes.set(accountId, { code, until: now.getTime() + codeLifeMs, triesLeft: mostTries })
      return code
    },
    redeem(accountId, code, now) {
      const entry = codes.get(accountId)
      if (!entry || entry.triesLeft === 0 || now.getTime() > entry.until) return 'ended'
      entry.triesLeft -= 1
      if (entry.code !== code.trim()) return entry.triesLeft === 0 ? 'ended' : 'wrong'
      codes.delete(accountId)
      return 'accepted'
    },
    clear: () => codes.clear(),
    save: () => codes,
    load(saved) {
      codes = saved as typeof codes
    },
  }
}
