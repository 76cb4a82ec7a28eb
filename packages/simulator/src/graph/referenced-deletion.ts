import { requireOneOf } from './caller.ts'
import { findObject } from './directory-object.ts'
import { notFound } from './graph-error.ts'
import type { Relation } from './group-links.ts'
import { removeGroup, requireGroup } from './groups.ts'
import { type Call, type GraphReply, noContent } from './operation.ts'
import * as permissions from './permissions.ts'
import { removeUser } from './users.ts'

/**
 * What a DELETE does that lacks its `/$ref`: the member or owner itself is deleted, by whoever may
 * delete it.
 *
 * @throws {GraphError} 403, and 404 for whoever does not stand in the relation.
 */
export function removeReferenced(call: Call, relation: Relation, id: string): GraphReply {
  const group = requireGroup(call)
  const entry = findObject(call.tenant, id.toLowerCase())
  if (!entry || !call.tenant[relation].has(group.id, entry.id)) throw notFound(id)
  if (entry.type === 'user') {
    requireOneOf(call.caller, permissions.deleteUsers)
    removeUser(call, entry.object)
  } else if (entry.type === 'group') {
    requireOneOf(call.caller, permissions.writeGroups)
    removeGroup(call, entry.object)
  } else throw notFound(id)
  return noContent
}
