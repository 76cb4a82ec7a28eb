import type { Call } from '../call.ts'
import { markOf } from '../session/remembered.ts'
import type { Session } from '../session/session.ts'
import { type Findings, findTenants, type Found } from './found.ts'
import { listPlaces, type Place } from './place.ts'
import { look, type Sight } from './sight.ts'

/** Reads places, each on its own, and does not ask again for what it has just been told. */
export interface PlaceReader {
  list(): Promise<Place[]>
  look(place: Place): Promise<Sight>
  /** The tenants that Resource Manager tells of the signed-in accounts. */
  find(places: readonly Place[]): Promise<Found[]>
  /** Forgets what was seen of an organization, because something was changed there. */
  forget(organizationId: string): void
}

const freshForMs = 60_000

interface Seen {
  readonly at: number
  readonly sight: Promise<Sight>
}

export function createPlaceReader(session: Session, call: Call): PlaceReader {
  const seen = new Map<string, Seen>()
  const found = new Map<string, Promise<Findings>>()
  const accountIds = () => session.listAccounts().flatMap((account) => account.accountIds)

  // What did not answer is asked again at the next look.
  const dropIfUnanswered = async (key: string, entry: Seen) => {
    const answer = await entry.sight.catch(() => undefined)
    const isUnanswered = answer === undefined || answer.picture === 'no-answer'
    if (isUnanswered && seen.get(key) === entry) seen.delete(key)
  }

  return {
    async list() {
      const { remembered, lookedUp, leavings } = session
      const accounts = accountIds().map(async (accountId) => ({
        accountId,
        mark: await markOf(accountId),
      }))
      return listPlaces({
        accounts: await Promise.all(accounts),
        remembered: remembered.list(),
        lookedUp: lookedUp.list(),
        left: leavings.list().filter(({ isDone }) => isDone),
      })
    },

    look(place) {
      const last = seen.get(place.key)
      if (last && Date.now() - last.at < freshForMs) return last.sight
      const sight = look(place, call)
      const entry = { at: Date.now(), sight }
      seen.set(place.key, entry)
      void dropIfUnanswered(place.key, entry)
      return sight
    },

    async find(places) {
      const searches = accountIds().map(async (accountId) => {
        const search = found.get(accountId) ?? findTenants(accountId, places, session, call)
        found.set(accountId, search)
        const { tenants, isComplete } = await search
        if (!isComplete && found.get(accountId) === search) found.delete(accountId)
        return tenants
      })
      const all = await Promise.all(searches)
      const left = session.leavings.list().filter(({ isDone }) => isDone)
      return all
        .flat()
        .filter(
          ({ tenantId, accountId }) =>
            !left.some((one) => one.organizationId === tenantId && one.accountId === accountId),
        )
    },

    forget(organizationId) {
      for (const key of seen.keys()) if (key.startsWith(organizationId)) seen.delete(key)
    },
  }
}
