import { setTimeout as sleep } from 'node:timers/promises'
import type { OrganizationId } from '@foyer/contracts/ids'
import { DirectoryError } from '@foyer/directory/directory-error'
import { startDeadline } from '@foyer/directory/deadline'
import type { Log } from '../http/log.ts'
import { dropCalls, findCall } from '../notifications/calls.ts'
import { keepWatches } from '../notifications/keep-watches.ts'
import { StoreError } from '../store/store-error.ts'
import { type ProjectionSetting, type Sync, syncOrganization } from './projection.ts'

/** Keeps what is remembered of each organization up to date, as long as the process lives. */
export type Follower = AsyncDisposable

export interface FollowerSetting extends Omit<ProjectionSetting, 'ending'> {
  readonly organizations: readonly { readonly organizationId: OrganizationId }[]
  readonly log: Log
  /** Between two rounds. Process time: no clock of days moves it. */
  readonly pauseMs?: number
  /** Where directories can tell that something changed; without it, only pauses are waited for. */
  readonly notificationAddress?: string | undefined
  /** How often to look whether one did, which is also the shortest pause. */
  readonly lookMs?: number
}

const longestPauseMs = 15 * 60_000
const watchDeadlineMs = 30_000

/**
 * Follows every organization, each by itself, so that a slow or failing one holds up no other.
 * After a failure the pause grows, up to a quarter of an hour, whatever is told meanwhile: a
 * directory that is in trouble is not asked more often because it has much to tell.
 */
export function startFollower({
  organizations,
  log,
  pauseMs = 60_000,
  notificationAddress,
  lookMs = 2_000,
  ...setting
}: FollowerSetting): Follower {
  const ending = new AbortController()
  const { store, directory, clock } = setting

  async function follow(organizationId: OrganizationId): Promise<void> {
    let failures = 0
    while (!ending.signal.aborted) {
      try {
        const call = notificationAddress && (await findCall(store, organizationId))
        report(
          log,
          organizationId,
          await syncOrganization({ ...setting, ending: ending.signal }, organizationId),
        )
        if (call) await dropCalls(store, organizationId, call)
        failures = 0
      } catch (error) {
        if (ending.signal.aborted) return
        reportFailure(organizationId, error, 'feed stopped')
        failures += 1
      }
      await (failures === 0 && notificationAddress
        ? listen(organizationId, notificationAddress)
        : pause(Math.min(pauseMs * 2 ** failures, longestPauseMs)))
    }
  }

  async function pause(ms: number): Promise<void> {
    await sleep(ms, undefined, { signal: ending.signal }).catch(() => {})
  }

  /** A pause that ends early once the directory has told of something. */
  async function listen(organizationId: OrganizationId, address: string): Promise<void> {
    const endsAt = performance.now() + pauseMs
    const ask = () =>
      directory.of(organizationId, startDeadline(watchDeadlineMs, ending.signal), {
        isPatient: true,
      })
    try {
      await keepWatches(store, organizationId, ask, clock.now, address)
    } catch (error) {
      reportFailure(organizationId, error, 'directory tells nothing')
    }
    while (!ending.signal.aborted && performance.now() < endsAt) {
      await pause(Math.min(lookMs, Math.max(0, endsAt - performance.now())))
      try {
        if (await findCall(store, organizationId)) return
      } catch (error) {
        reportFailure(organizationId, error, 'nobody knows whether there is something to read')
      }
    }
  }

  function reportFailure(organizationId: OrganizationId, error: unknown, what: string): void {
    if (ending.signal.aborted) return
    // Everything else is a fault of ours, which the log of the process shows.
    const isExpected = error instanceof DirectoryError || error instanceof StoreError
    log[isExpected ? 'warn' : 'error']({ organizationId, err: error }, what)
  }

  const running = organizations.map(async ({ organizationId }) => follow(organizationId))
  return {
    async [Symbol.asyncDispose]() {
      ending.abort()
      await Promise.all(running)
    },
  }
}

function report(log: Log, organizationId: OrganizationId, { guests, groups, asked, swept }: Sync) {
  const unreadable = guests.unreadable + groups.unreadable
  const changes = guests.changes + groups.changes
  if (changes + asked + swept + unreadable === 0) return
  log.info({ organizationId, changes, asked, swept, unreadable }, 'feed read')
}
