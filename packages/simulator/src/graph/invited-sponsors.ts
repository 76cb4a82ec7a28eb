import { recordEffect } from '../simulation.ts'
import type { User } from '../world/user.ts'
import { findObject } from './directory-object.ts'
import { notFound } from './graph-error.ts'
import { invalidValue, recordOf } from './invitation-value.ts'
import type { Call } from './operation.ts'
import { mostSponsors } from './sponsors.ts'

/**
 * The people and groups of `invitedUserSponsors`, each by its id.
 *
 * @throws {GraphError} 400 for more than five and for what names nobody, 404 for who is not here.
 */
export function readSponsors({ tenant, body }: Call): string[] {
  const given = recordOf(body)['invitedUserSponsors'] ?? []
  if (!Array.isArray(given) || given.length > mostSponsors)
    throw invalidValue('invitedUserSponsors')
  const ids = given.map((one) => {
    const { id } = recordOf(one)
    if (typeof id !== 'string') throw invalidValue('invitedUserSponsors')
    const found = findObject(tenant, id.toLowerCase())
    if (!found) throw notFound(id)
    if (found.type !== 'user' && found.type !== 'group') throw invalidValue('invitedUserSponsors')
    return found.id
  })
  return [...new Set(ids)]
}

/** @throws {GraphError} 400 where somebody comes to have more than five. */
export function addSponsors(call: Call, user: User, ids: readonly string[]): void {
  const { tenant, simulation, caller } = call
  const others = ids.filter((id) => !tenant.sponsors.has(user.id, id))
  if (tenant.sponsors.countFrom(user.id) + others.length > mostSponsors) {
    throw invalidValue('invitedUserSponsors')
  }
  for (const sponsorId of others) {
    tenant.sponsors.add(user.id, sponsorId)
    recordEffect(simulation, tenant, {
      by: caller.actor,
      what: 'sponsor-added',
      targets: { userId: user.id, sponsorId },
    })
  }
}
