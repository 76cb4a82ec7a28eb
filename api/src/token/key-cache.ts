import type { OrganizationId } from '@foyer/contracts/ids'
import { fetchJson } from './fetch-json.ts'
import { readKeySet } from './key-set.ts'

// The keys of one organization:
//
//   none ──fetch ok──► fresh ──12 h──► due (used, renewed behind) ──24 h──► stale (renewed first)
//    ▲ │                 ▲                          │                            │
//    └─┘ fetch failed    └──────── fetch ok ────────┴────────────────────────────┘
//        (503, 5 s rest)           fetch failed: the last known good keys serve on,
//                                  and nobody waits for the next attempt (5 s rest)
//
// A key id that is not among them asks for one fetch, at most every five minutes: forged key ids
// cannot make us hammer the issuer. After Microsoft identity platform, "Signing key rollover".

const dueAfterMs = 12 * 3600_000
const dueJitterMs = 3600_000
const staleAfterMs = 24 * 3600_000
const unknownKeyRestMs = 5 * 60_000
const failureRestMs = 5_000

/** Without any key, nobody can be told apart from anybody. */
export class KeysUnavailable extends Error {
  override readonly name = 'KeysUnavailable'
  readonly retryAfterSeconds = failureRestMs / 1000
}

export interface KeyCache {
  /**
   * The key of an organization with this id, in PEM; undefined where it has none.
   *
   * @throws {KeysUnavailable} when no key of the organization was ever read.
   */
  findKey(organizationId: OrganizationId, keyId: string): Promise<string | undefined>
  /** @throws {KeysUnavailable} */
  requireKeys(organizationId: OrganizationId): Promise<void>
}

export interface KeyCacheSetting {
  readonly keysUrlOf: (organizationId: OrganizationId) => string
  readonly issuerOf: (organizationId: OrganizationId) => string
  /** Milliseconds of process time. */
  readonly elapsed?: () => number
  readonly onFetch?: (outcome: 'ok' | 'failed', cause?: unknown) => void
}

interface Entry {
  keys: ReadonlyMap<string, string> | undefined
  fetchedAt: number
  dueAt: number
  /** When a fetch that was asked for by an unknown key id began. */
  askedForUnknownAt: number
  failedAt: number
  underWay: Promise<void> | undefined
}

export function createKeyCache(setting: KeyCacheSetting): KeyCache {
  const elapsed = setting.elapsed ?? (() => performance.now())
  const entries = new Map<OrganizationId, Entry>()

  function entryOf(organizationId: OrganizationId): Entry {
    const known = entries.get(organizationId)
    if (known) return known
    const entry: Entry = {
      keys: undefined,
      fetchedAt: -Infinity,
      dueAt: -Infinity,
      askedForUnknownAt: -Infinity,
      failedAt: -Infinity,
      underWay: undefined,
    }
    entries.set(organizationId, entry)
    return entry
  }

  async function fetchKeys(organizationId: OrganizationId, entry: Entry): Promise<void> {
    try {
      const body = await fetchJson(setting.keysUrlOf(organizationId))
      entry.keys = readKeySet(body, organizationId, setting.issuerOf(organizationId))
      entry.fetchedAt = elapsed()
      entry.dueAt = entry.fetchedAt + dueAfterMs + (Math.random() * 2 - 1) * dueJitterMs
      setting.onFetch?.('ok')
    } catch (error) {
      entry.failedAt = elapsed()
      setting.onFetch?.('failed', error)
    }
  }

  /** One fetch at a time: whoever needs the keys meanwhile waits for the same one. */
  async function renew(organizationId: OrganizationId, entry: Entry): Promise<void> {
    entry.underWay ??= fetchKeys(organizationId, entry).finally(() => {
      entry.underWay = undefined
    })
    await entry.underWay
  }

  async function requireEntry(organizationId: OrganizationId): Promise<Entry> {
    const entry = entryOf(organizationId)
    const now = elapsed()
    const mayFetch = now - entry.failedAt >= failureRestMs || entry.underWay
    const isStale = now - entry.fetchedAt >= staleAfterMs && entry.failedAt < entry.fetchedAt
    if (mayFetch && (!entry.keys || isStale)) await renew(organizationId, entry)
    else if (mayFetch && now >= entry.dueAt) void renew(organizationId, entry)
    if (!entry.keys) throw new KeysUnavailable('no signing keys')
    return entry
  }

  return {
    async findKey(organizationId, keyId) {
      const entry = await requireEntry(organizationId)
      const key = entry.keys?.get(keyId)
      if (key) return key
      if (elapsed() - entry.askedForUnknownAt >= unknownKeyRestMs) {
        entry.askedForUnknownAt = elapsed()
        await renew(organizationId, entry)
      } else if (entry.underWay) {
        await entry.underWay
      }
      return entry.keys?.get(keyId)
    },
    async requireKeys(organizationId) {
      await requireEntry(organizationId)
    },
  }
}
