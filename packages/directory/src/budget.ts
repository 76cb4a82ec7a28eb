import { setTimeout as sleep } from 'node:timers/promises'
import type { Deadline } from './deadline.ts'
import { DirectoryError } from './directory-error.ts'

/** How large a directory is: small below 50 people, medium to 500, large above. */
export type DirectorySize = 'small' | 'medium' | 'large'

export interface BudgetSetting {
  readonly size?: DirectorySize
  /** Of Microsoft's quota, at most {@link largestShare}. */
  readonly share?: number
}

/** The rest is for whoever must not wait, and for a second process that knows nothing of this one. */
export const largestShare = 0.5

/** What Foyer allows itself to ask of one organization's directory. */
export interface Budget {
  /**
   * Charges a question before it is sent. One that nobody waits for is held until there is room and
   * no pause; a person's is never held, and what it takes too much is missing to the others.
   *
   * @returns for how many milliseconds it was held.
   * @throws {DirectoryError} `directory-busy`, at once, where there is no room within the deadline.
   */
  admit(question: Cost & { readonly isPatient: boolean }, deadline: Deadline): Promise<number>
  /** Corrects what was charged, now that the directory has said what it counted. */
  correct(resourceUnits: number): void
  /** The directory refuses for a while: nothing patient is sent before its end. */
  pause(ms: number): void
}

export interface Cost {
  readonly resourceUnits: number
  readonly writes: number
}

/** Microsoft Graph, "Throttling limits", identity and access: of one app in one tenant. */
const unitsIn10s = { small: 3_500, medium: 5_000, large: 8_000 } as const
const writesIn150s = 3_000

/** Kept by process time: whoever moves the clock of days does not fill it. */
export function createBudget({ size = 'small', share = largestShare }: BudgetSetting): Budget {
  const units = createBucket(unitsIn10s[size] * share, 10_000)
  const writes = createBucket(writesIn150s * share, 150_000)
  let pausedUntil = 0

  const untilRoomMs = (cost: Cost) =>
    Math.max(
      pausedUntil - performance.now(),
      units.untilRoomMs(),
      cost.writes > 0 ? writes.untilRoomMs() : 0,
    )

  async function awaitRoom(cost: Cost, deadline: Deadline): Promise<void> {
    for (let waitMs = untilRoomMs(cost); waitMs > 0; waitMs = untilRoomMs(cost)) {
      if (waitMs >= deadline.remainingMs()) {
        const retryAfterSeconds = Math.ceil(waitMs / 1000)
        throw new DirectoryError('directory-busy', { reason: 'budget', retryAfterSeconds })
      }
      await sleep(waitMs, undefined, { signal: deadline.signal })
    }
  }

  return {
    async admit({ isPatient, ...cost }, deadline) {
      const startedAt = performance.now()
      if (isPatient) await awaitRoom(cost, deadline)
      units.take(cost.resourceUnits)
      writes.take(cost.writes)
      return isPatient ? performance.now() - startedAt : 0
    },
    correct: (resourceUnits) => units.take(resourceUnits),
    pause(ms) {
      pausedUntil = Math.max(pausedUntil, performance.now() + ms)
    },
  }
}

/** Fills evenly over its period. It may owe as much as it holds, and not more: debts end. */
function createBucket(size: number, periodMs: number) {
  let left = size
  let at = performance.now()

  function refill(): void {
    const now = performance.now()
    left = Math.min(size, left + ((now - at) * size) / periodMs)
    at = now
  }

  return {
    take(amount: number): void {
      refill()
      left = Math.min(size, Math.max(-size, left - amount))
    },
    untilRoomMs(): number {
      refill()
      return left >= 1 ? 0 : ((1 - left) * periodMs) / size
    },
  }
}
