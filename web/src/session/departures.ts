import type { ProposedOwner } from '@foyer/contracts/departure'
import type { Contact } from './leavings.ts'

const key = 'foyer.departure.'

/** Who leaves, and whom they can ask about coming back. */
export interface Leaver {
  /** Their id in the organization. */
  readonly personId: string
  readonly name: string
  readonly mail?: string | undefined
  readonly contacts: readonly Contact[]
}

/**
 * What somebody who wants to leave an organization has said so far. A sign-in lies between that and
 * the act, and a lost answer between the act and its receipt:
 *
 *   begun ──sent──► uncertain ──accepted──► a leaving, and no departure any more
 *     ▲                 │ └──answer lost──► uncertain: the same is sent again, under the same key
 *     └─────refused─────┘
 */
export interface Departure {
  /** Names the act, however often it is sent. */
  readonly key: string
  /** Who began; whoever comes back from the sign-in may be another. */
  readonly leaver: Leaver
  readonly confirmation: string
  /** Whom they propose as owners of groups. */
  readonly proposedOwners?: readonly ProposedOwner[] | undefined
  /** What the API wants to see a newer sign-in than. */
  readonly challenge?: string | undefined
  /** The authentication context that it has to meet. */
  readonly signInContext?: string | undefined
  /** Asked for where no token tells when somebody signed in: it counts for ten minutes. */
  readonly code?: DepartureCode | undefined
  /** Whether it was sent and nobody here knows what became of it. */
  readonly isUncertain: boolean
}

interface DepartureCode {
  /** Shown together with the digits. */
  readonly attempt: string
  /** Where the code went. */
  readonly mail: string
  /** As they were typed; absent until they were. */
  readonly digits?: string | undefined
}

/** Departures that were begun in this tab, by organization. */
export interface Departures {
  find(organizationId: string): Departure | undefined
  keep(organizationId: string, departure: Departure): void
  forget(organizationId: string): void
}

export function createDepartures(storage: Storage): Departures {
  return {
    find: (organizationId) => read(storage, organizationId),
    keep: (organizationId, departure) =>
      storage.setItem(key + organizationId, JSON.stringify(departure)),
    forget: (organizationId) => storage.removeItem(key + organizationId),
  }
}

// Only this page writes here; what cannot be read is as good as nothing.
function read(storage: Storage, organizationId: string): Departure | undefined {
  try {
    const value = JSON.parse(storage.getItem(key + organizationId) ?? 'null') as unknown
    return typeof value === 'object' && value !== null ? (value as Departure) : undefined
  } catch {
    return undefined
  }
}
