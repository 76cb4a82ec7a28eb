import { setTimeout as sleep } from 'node:timers/promises'
import type { OrganizationId } from '@foyer/contracts/ids'
import { DirectoryError } from '@foyer/directory/directory-error'
import type { Log } from '../http/log.ts'
import { StoreError } from '../store/store-error.ts'
import { type ProjectionSetting, type Sync, syncOrganization } from './projection.ts'

/** Keeps what is remembered of each organization up to date, as long as the process lives. */
export interface Follower extends AsyncDisposable {
  /** Reads on at once: somebody said that there is something to read. */
  wake(organizationId: OrganizationId): void
}

export interface FollowerSetting extends Omit<ProjectionSetting, 'ending'> {
  readonly organizations: readonly { readonly organizationId: OrganizationId }[]
  readonly log: Log
  /** Between two rounds. Process time: no clock of days moves it. */
  readonly pauseMs?: number
}

const longestPauseMs = 15 * 60_000

/**
 * Follows every organization, each by itself, so that a slow or failing one holds up no other.
 * After a failure the pause grows, up to a quarter of an hour.
 */
export function startFollower({
  organizations,
  log,
  pauseMs = 60_000,
  ...setting
}: FollowerSetting): Follower {
  const ending = new AbortController()
  const alarms = new Map<OrganizationId, AbortController>()

  async function follow(organizationId: OrganizationId): Promise<void> {
    let failures = 0
    while (!ending.signal.aborted) {
      try {
        report(
          log,
          organizationId,
          await syncOrganization({ ...setting, ending: ending.signal }, organizationId),
        )
        failures = 0
      } catch (error) {
        if (ending.signal.aborted) return
        // Everything else is a fault of ours, which the log of the process shows.
        const isExpected = error instanceof DirectoryError || error instanceof StoreError
        log[isExpected ? 'warn' : 'error']({ organizationId, err: error }, 'feed stopped')
        failures += 1
      }
      await pause(organizationId, Math.min(pauseMs * 2 ** failures, longestPauseMs))
    }
  }

  async function pause(organizationId: OrganizationId, ms: number): Promise<void> {
    const alarm = new AbortController()
    alarms.set(organizationId, alarm)
    const signal = AbortSignal.any([alarm.signal, ending.signal])
    await sleep(ms, undefined, { signal }).catch(() => {})
  }

  const running = organizations.map(async ({ organizationId }) => follow(organizationId))
  return {
    wake: (organizationId) => alarms.get(organizationId)?.abort(),
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
