import { findObject } from './directory-object.ts'
import { badRequest, notFound } from './graph-error.ts'
import { link, requireNew, unlink } from './group-links.ts'
import { requireOwnerLike, requireWritable } from './group-writing.ts'
import { requireGroup } from './groups.ts'
import { type Call, type GraphOperation, type GraphReply, noContent, param } from './operation.ts'
import * as permissions from './permissions.ts'
import { requireReferenced } from './object-reference.ts'
import { removeReferenced } from './referenced-deletion.ts'

/** directory-service-limits-restrictions.md */
const mostOwners = 100

export const ownerOperations: readonly GraphOperation[] = [
  { method: 'POST', path: '/groups/{group}/owners/$ref', answer: addOwner },
  { method: 'DELETE', path: '/groups/{group}/owners/{owner}/$ref', answer: removeOwner },
  {
    // As for members: without $ref it is the owner that is deleted.
    method: 'DELETE',
    path: '/groups/{group}/owners/{owner}',
    permissions: permissions.deleteReferenced,
    answer: (call) => removeReferenced(call, 'owners', param(call, 'owner')),
  },
]

function addOwner(call: Call): GraphReply {
  const { tenant } = call
  const group = requireGroup(call)
  requireWritable(call, group)
  const owner = requireReferenced(call)
  requireOwnerLike(owner)
  requireNew(call, 'owners', group, [owner.id])
  if (tenant.owners.countFrom(group.id) >= mostOwners) {
    throw badRequest("Invalid value specified for property 'owners' of resource 'Group'.")
  }
  link(call, 'owners', group, owner.id)
  return noContent
}

/** The last owner that is a user stays; deleted users and apps are not counted (group-delete-owners.md). */
function removeOwner(call: Call): GraphReply {
  const { tenant } = call
  const group = requireGroup(call)
  const id = param(call, 'owner').toLowerCase()
  requireWritable(call, group)
  if (!findObject(tenant, id) || !tenant.owners.has(group.id, id)) throw notFound(id)
  const others = tenant.owners.from(group.id).filter((ownerId) => ownerId !== id)
  if (tenant.users.has(id) && !others.some((ownerId) => tenant.users.has(ownerId))) {
    throw badRequest('The group must have at least one owner, hence this owner cannot be removed.')
  }
  unlink(call, 'owners', group, id)
  return noContent
}
