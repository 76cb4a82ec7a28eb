import { findObject } from './directory-object.ts'
import { badRequest, notFound } from './graph-error.ts'
import { link, requireNew, unlink } from './group-links.ts'
import { requireFitting, requireWritableMembers } from './group-writing.ts'
import { requireGroup } from './groups.ts'
import { type Call, type GraphOperation, type GraphReply, noContent, param } from './operation.ts'
import * as permissions from './permissions.ts'
import { requireReferenced } from './object-reference.ts'
import { removeReferenced } from './referenced-deletion.ts'

export const memberOperations: readonly GraphOperation[] = [
  {
    method: 'POST',
    path: '/groups/{group}/members/$ref',
    permissions: permissions.writeMembers,
    answer: addMember,
  },
  {
    method: 'DELETE',
    path: '/groups/{group}/members/{member}/$ref',
    permissions: permissions.writeMembers,
    answer: removeMember,
  },
  {
    // Without $ref this names the object behind the reference, and deletes it
    // (group-delete-members.md, caution).
    method: 'DELETE',
    path: '/groups/{group}/members/{member}',
    permissions: permissions.deleteReferenced,
    answer: (call) => removeReferenced(call, 'members', param(call, 'member')),
  },
  {
    method: 'POST',
    path: '/groups/{group}/members',
    permissions: permissions.writeMembers,
    answer() {
      throw badRequest('Write requests are only supported on contained entities', 'BadRequest')
    },
  },
]

function addMember(call: Call): GraphReply {
  const group = requireGroup(call)
  requireWritableMembers(call, group)
  const member = requireReferenced(call)
  requireFitting(group, member)
  requireNew(call, 'members', group, [member.id])
  link(call, 'members', group, member.id)
  return noContent
}

function removeMember(call: Call): GraphReply {
  const group = requireGroup(call)
  const id = param(call, 'member').toLowerCase()
  requireWritableMembers(call, group)
  if (!findObject(call.tenant, id)) throw notFound(id)
  unlink(call, 'members', group, id)
  return noContent
}
