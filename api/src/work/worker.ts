import { setTimeout as sleep } from 'node:timers/promises'
import type { OrganizationId } from '@foyer/contracts/ids'
import type { Log } from '../http/log.ts'
import type { Store } from '../store/store.ts'
import { StoreError } from '../store/store-error.ts'
import { type Claimed, claimSteps, findWork } from './claim.ts'
import { giveUp, holdStep, putOff } from './hold.ts'
import { createPauses } from './pauses.ts'
import { type HeldStep, LeaseLost, type StepKind, urgency, waitsForItsTime } from './step.ts'
import { consequenceOf } from './trouble.ts'

/** Works through steps as long as the process lives. */
export interface Worker extends AsyncDisposable {
  /** Resolves once nothing is due and nothing under way. */
  settle(): Promise<void>
}

export interface WorkerSetting {
  readonly store: Store
  readonly kinds: readonly StepKind[]
  readonly organizations: readonly { readonly organizationId: OrganizationId }[]
  readonly log: Log
  /** How long at most between two looks, where no notice comes. */
  readonly lookMs?: number
  /** Done before each look. */
  readonly beforeLook?: (() => Promise<void>) | undefined
  /** How many steps of one organization are under way at once. */
  readonly laneWidth?: number
}

/** The work on one organization's steps, until none is due. */
interface Lane {
  readonly done: Promise<void>
  /** There may be more to do, also while some is under way. */
  call(): void
}

/** Of a lane, for steps that somebody waits for and nothing else. */
const awaitedPlaces = 2

/**
 * Works on the steps of every organization in a lane of its own, so that one's trouble delays no
 * other; within a lane the most urgent go first, and some places are only for them.
 */
export function startWorker({
  store,
  kinds,
  organizations,
  log,
  lookMs = 1_000,
  beforeLook,
  laneWidth = 8,
}: WorkerSetting): Worker {
  const ending = new AbortController()
  const kindOf = new Map(kinds.map((kind) => [kind.kind, kind]))
  const connected = organizations.map(({ organizationId }) => organizationId)
  const lanes = new Map<OrganizationId, Lane>()
  const pauses = createPauses()
  let wake = Promise.withResolvers<void>()
  let idle: PromiseWithResolvers<void> | undefined

  async function run(claimed: Claimed): Promise<void> {
    const kind = kindOf.get(claimed.kind)
    const facts = {
      organizationId: claimed.organizationId,
      step: claimed.stepId,
      kind: claimed.kind,
    }
    try {
      if (!kind) throw new Error(`no worker knows the kind ${claimed.kind}`)
      await runOnce(kind, holdStep(store, claimed, ending.signal))
    } catch (error) {
      // Whoever has it now, or the switch that halts everything, decides; the lease ends by itself.
      if (error instanceof LeaseLost) return log.warn({ ...facts, err: error }, 'step lost')
      const consequence = consequenceOf(error, claimed, Math.random())
      const { because } = consequence
      // To wait as it should is no trouble.
      if (because !== waitsForItsTime) {
        const level = because === 'fault' ? 'error' : 'warn'
        log[level]({ ...facts, ...consequence, err: error }, 'step not done')
      }
      if (consequence.what === 'give-up') {
        await giveUp(store, kind, claimed, because)
      } else {
        const { waitMs, faults } = consequence
        if (because === 'directory-busy') pauses.pause(claimed, waitMs)
        await putOff(store, { ...claimed, faults }, because, waitMs)
      }
    }
  }

  /** @returns how many steps it took. */
  async function work(
    organizationId: OrganizationId,
    called: () => Promise<void>,
  ): Promise<number> {
    const running = new Set<Promise<void>>()
    let taken = 0
    while (!ending.signal.aborted) {
      const free = laneWidth - running.size
      const isForAll = free > awaitedPlaces
      const steps =
        free === 0
          ? []
          : await claimSteps(store, organizationId, {
              most: isForAll ? free - awaitedPlaces : free,
              leastUrgent: isForAll ? urgency.patient : urgency.awaited,
              without: pauses.kindsOf(organizationId),
            })
      taken += steps.length
      for (const step of steps) {
        const underWay = run(step)
          .catch((error: unknown) => reportFailure(error, { organizationId, step: step.stepId }))
          .finally(() => running.delete(underWay))
        running.add(underWay)
      }
      if (steps.length > 0) continue
      if (running.size === 0) return taken
      await Promise.race([...running, called()])
    }
    await Promise.all(running)
    return taken
  }

  /** What is not written now is found again when its lease has run out. */
  function reportFailure(error: unknown, facts: object): void {
    if (ending.signal.aborted) return
    const isExpected = error instanceof StoreError || error instanceof LeaseLost
    log[isExpected ? 'warn' : 'error']({ ...facts, err: error }, 'work stopped')
  }

  async function look(): Promise<number> {
    // Whoever began to wait after this look did is not answered by it.
    const waiting = idle
    await beforeLook?.()
    const { isHalted, organizations: due, nextInMs } = await findWork(store, connected)
    if ((isHalted || due.length === 0) && lanes.size === 0) waiting?.resolve()
    if (isHalted) return lookMs
    for (const organizationId of due) {
      const lane = lanes.get(organizationId)
      if (lane) lane.call()
      else lanes.set(organizationId, openLane(organizationId))
    }
    return Math.min(lookMs, nextInMs ?? lookMs)
  }

  function openLane(organizationId: OrganizationId): Lane {
    const waiting = idle
    let call = Promise.withResolvers<void>()
    const done = (async () => {
      const taken = await work(organizationId, async () => call.promise).catch((error: unknown) => {
        reportFailure(error, { organizationId })
        return 0
      })
      lanes.delete(organizationId)
      // What came while the lane was ending waits for nobody else's look.
      if (taken > 0 || waiting !== idle) wake.resolve()
      else if (lanes.size === 0) waiting?.resolve()
    })()
    return {
      done,
      call() {
        call.resolve()
        call = Promise.withResolvers()
      },
    }
  }

  async function keepLooking(): Promise<void> {
    while (!ending.signal.aborted) {
      const waking = wake.promise
      const pauseMs = await look().catch((error: unknown) => {
        reportFailure(error, {})
        return lookMs
      })
      const rest = new AbortController()
      await Promise.race([
        waking,
        sleep(pauseMs, undefined, { signal: AbortSignal.any([rest.signal, ending.signal]) }).catch(
          () => {},
        ),
      ])
      rest.abort()
      wake = Promise.withResolvers()
    }
    await Promise.all([...lanes.values()].map(async ({ done }) => done))
  }

  const notices = store
    .listen(() => wake.resolve())
    .catch((error: unknown) => {
      reportFailure(error, {})
      return undefined
    })
  const running = keepLooking()
  return {
    async settle() {
      idle ??= Promise.withResolvers()
      const { promise } = idle
      wake.resolve()
      await promise
      idle = undefined
    },
    async [Symbol.asyncDispose]() {
      ending.abort()
      wake.resolve()
      await running
      await (await notices)?.[Symbol.asyncDispose]()
    },
  }
}

/** A step that returns without its end was not ended: nothing looks done that is not. */
async function runOnce(kind: StepKind, step: HeldStep): Promise<void> {
  let hasEnded = false
  await kind.run({
    ...step,
    async finish(work) {
      await step.finish(work)
      hasEnded = true
    },
  })
  if (!hasEnded) throw new Error(`${kind.kind} returned without an end`)
}
