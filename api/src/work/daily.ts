import { setTimeout as sleep } from 'node:timers/promises'
import type { OrganizationId } from '@foyer/contracts/ids'
import type { Clock } from '../clock.ts'
import type { Log } from '../http/log.ts'
import { sql } from 'kysely'
import type { Store } from '../store/store.ts'
import { addStep } from './add-step.ts'
import { waitsForItsTime } from './step.ts'
import type { Urgency } from './step.ts'

/** What is done for each organization once a day, in UTC. */
export interface DailyStep {
  readonly kind: string
  readonly urgency: Urgency
}

export interface DailySetting {
  readonly store: Store
  readonly clock: Pick<Clock, 'now' | 'whenSet'>
  readonly organizations: readonly { readonly organizationId: OrganizationId }[]
  readonly steps: readonly DailyStep[]
  readonly log: Log
  /** How often is looked whether another day has begun. */
  readonly lookMs?: number
}

/** The steps of the days, as long as the process lives. */
export interface Days extends AsyncDisposable {
  /** Resolves once what the day of the clock brings is there, or was not to be had. */
  settle(): Promise<void>
}

/**
 * Adds the steps of each day, at the start, whenever a day has begun, and when the clock was set. Several processes may do
 * so: a step of the same day is there already.
 */
export function startDaily(setting: DailySetting): Days {
  const { store, clock, organizations, steps, log, lookMs = 60_000 } = setting
  const ending = new AbortController()
  /** By organization, so that one's trouble delays no other. */
  const added = new Map<OrganizationId, string>()

  async function look(): Promise<void> {
    const day = clock.now().toISOString().slice(0, 10)
    for (const { organizationId } of organizations) {
      if (added.get(organizationId) === day) continue
      try {
        await addDay(store, organizationId, steps, day)
        added.set(organizationId, day)
      } catch (error) {
        log.warn({ organizationId, err: error }, 'steps of the day not added')
      }
    }
  }

  let wake = Promise.withResolvers<void>()
  let waiting: PromiseWithResolvers<void> | undefined
  const running = (async () => {
    // Whoever waits from the start is answered by the first look.
    await Promise.resolve()
    do {
      // Asked for before the look, so that no setting is missed, and nobody is answered by a look before.
      const calls = [wake.promise, ...(clock.whenSet ? [clock.whenSet()] : [])]
      const answered = waiting
      waiting = undefined
      await look()
      answered?.resolve()
      const rest = new AbortController()
      const signal = AbortSignal.any([ending.signal, rest.signal])
      const rested = sleep(lookMs, undefined, { signal }).catch(() => {})
      const isCalled = await Promise.race([
        rested.then(() => false),
        ...calls.map(async (call) => call.then(() => true)),
      ])
      rest.abort()
      if (isCalled) await wakeForItsTime(setting)
    } while (!ending.signal.aborted)
  })()
  return {
    async settle() {
      waiting ??= Promise.withResolvers()
      const { promise } = waiting
      wake.resolve()
      wake = Promise.withResolvers()
      await promise
    },
    async [Symbol.asyncDispose]() {
      ending.abort()
      await running
      waiting?.resolve()
    },
  }
}

/** What waits for a time by the Clock is looked at again once somebody has set it. */
async function wakeForItsTime({ store, organizations, log }: DailySetting): Promise<void> {
  for (const { organizationId } of organizations) {
    try {
      await store.asOrganization(organizationId, async (transaction) =>
        sql`UPDATE step SET due_at = clock_timestamp()
          WHERE state = 'waiting' AND because = ${waitsForItsTime}`.execute(transaction),
      )
    } catch (error) {
      log.warn({ organizationId, err: error }, 'what waits for its time not woken')
    }
  }
}

async function addDay(
  store: Store,
  organizationId: OrganizationId,
  steps: readonly DailyStep[],
  day: string,
): Promise<void> {
  await store.asOrganization(organizationId, async (transaction) => {
    for (const { kind, urgency } of steps) {
      const key = `${kind}:${day}`
      await addStep(transaction, { organizationId, kind, subjectId: organizationId, key, urgency })
    }
  })
}
