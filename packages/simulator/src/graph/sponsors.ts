import { recordEffect } from '../simulation.ts'
import { isManagementRestricted } from '../world/administrative-unit.ts'
import type { User } from '../world/user.ts'
import { collectionReply } from './collection-reply.ts'
import { findObject } from './directory-object.ts'
import { badRequest, managementRestricted, notFound } from './graph-error.ts'
import { type Call, type GraphOperation, type GraphReply, noContent, param } from './operation.ts'
import * as permissions from './permissions.ts'
import { requireReferenced } from './object-reference.ts'
import { removeUser, requireUser } from './users.ts'

/** "A guest can have up to five sponsors" (b2b-sponsors.md). */
export const mostSponsors = 5

/** Who vouches for a user: people and groups. */
export const sponsorOperations: readonly GraphOperation[] = [
  {
    method: 'GET',
    path: '/users/{user}/sponsors',
    answer: (call) => reply(call, call.tenant.sponsors.from(requireUser(call).id)),
  },
  {
    method: 'GET',
    path: '/users/{user}/sponsorOf',
    answer: (call) => reply(call, call.tenant.sponsors.to(requireUser(call).id)),
  },
  { method: 'POST', path: '/users/{user}/sponsors/$ref', answer: addSponsor },
  { method: 'DELETE', path: '/users/{user}/sponsors/{sponsor}/$ref', answer: removeSponsor },
  {
    // Without $ref this names the sponsor behind the reference, and deletes it
    // (user-delete-sponsors.md, caution).
    method: 'DELETE',
    path: '/users/{user}/sponsors/{sponsor}',
    permissions: permissions.deleteUsers,
    answer(call) {
      const id = requireSponsorId(call, requireUser(call))
      const sponsor = call.tenant.users.get(id)
      if (!sponsor) throw notFound(id)
      removeUser(call, sponsor)
      return noContent
    },
  },
]

function reply(call: Call, ids: readonly string[]): GraphReply {
  return collectionReply(
    call,
    ids.flatMap((id) => findObject(call.tenant, id) ?? []),
  )
}

function addSponsor(call: Call): GraphReply {
  const { tenant } = call
  const user = requireUser(call)
  requireUnrestricted(call, user)
  const sponsor = requireReferenced(call)
  if (sponsor.type !== 'user' && sponsor.type !== 'group') throw invalidSponsors()
  if (tenant.sponsors.has(user.id, sponsor.id)) {
    throw badRequest(
      "One or more added object references already exist for the following modified properties: 'sponsors'.",
    )
  }
  if (tenant.sponsors.countFrom(user.id) >= mostSponsors) throw invalidSponsors()
  tenant.sponsors.add(user.id, sponsor.id)
  record(call, 'sponsor-added', user, sponsor.id)
  return noContent
}

function removeSponsor(call: Call): GraphReply {
  const user = requireUser(call)
  requireUnrestricted(call, user)
  const id = requireSponsorId(call, user)
  call.tenant.sponsors.remove(user.id, id)
  record(call, 'sponsor-removed', user, id)
  return noContent
}

/** @throws {GraphError} 404 for who is no sponsor, and for one who is deleted. */
function requireSponsorId({ tenant, params }: Call, user: User): string {
  const id = param({ params }, 'sponsor').toLowerCase()
  if (!tenant.sponsors.has(user.id, id) || !findObject(tenant, id)) throw notFound(id)
  return id
}

function requireUnrestricted({ tenant }: Call, user: User): void {
  if (isManagementRestricted(tenant, user.id)) throw managementRestricted()
}

function invalidSponsors() {
  return badRequest("Invalid value specified for property 'sponsors' of resource 'User'.")
}

function record(
  { simulation, tenant, caller }: Call,
  what: 'sponsor-added' | 'sponsor-removed',
  user: User,
  sponsorId: string,
): void {
  recordEffect(simulation, tenant, {
    by: caller.actor,
    what,
    targets: { userId: user.id, sponsorId },
  })
}
