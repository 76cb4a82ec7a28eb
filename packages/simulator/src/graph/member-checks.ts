import { transitiveGroupIdsOf } from '../world/membership.ts'
import { activeAssignmentsOf } from '../world/role.ts'
import type { PermissionSet } from './caller.ts'
import { findObject } from './directory-object.ts'
import { badRequest, GraphError, notFound } from './graph-error.ts'
import { requireGroup } from './groups.ts'
import { rolesOf, unitsOf, visibleGroupsOf } from './memberships.ts'
import { type Call, contextOf, type GraphOperation, type GraphReply, param } from './operation.ts'
import * as permissions from './permissions.ts'
import { publishedPermissions } from './published-permissions.ts'
import { requireMe, requireUser } from './users.ts'

/** directoryobject-checkmembergroups.md, -checkmemberobjects.md. */
const mostChecked = 20
/** directoryobject-getmembergroups.md: whoever is in more has to list transitiveMemberOf. */
const mostGiven = 11_000

interface Door {
  readonly path: string
  readonly idOf: (call: Call) => string
  readonly groups: PermissionSet
  readonly objects: PermissionSet
}

const doors: readonly Door[] = [
  {
    path: '/users/{user}',
    idOf: (call) => requireUser(call).id,
    groups: publishedPermissions('POST', '/users/{user}/checkMemberGroups'),
    objects: permissions.readMemberObjects,
  },
  {
    path: '/me',
    idOf: (call) => requireMe(call).id,
    groups: publishedPermissions('POST', '/users/{user}/checkMemberGroups'),
    objects: permissions.readMemberObjects,
  },
  {
    path: '/groups/{group}',
    idOf: (call) => requireGroup(call).id,
    groups: permissions.readGroupsOfGroup,
    objects: permissions.readGroupsOfGroup,
  },
  {
    path: '/directoryObjects/{object}',
    idOf: (call) => requireAnything(call),
    groups: permissions.readDirectory,
    objects: permissions.readDirectory,
  },
]

/** Ids of what an object is in, group through group: all of them, or which of some. */
export const memberCheckOperations: readonly GraphOperation[] = doors.flatMap(
  ({ path, idOf, groups, objects }) => [
    operation(`${path}/getMemberGroups`, groups, (call) => given(call, groupIdsOf(call, idOf))),
    operation(`${path}/checkMemberGroups`, groups, (call) =>
      checked(call, 'groupIds', groupIdsOf(call, idOf)),
    ),
    operation(`${path}/getMemberObjects`, objects, (call) => given(call, objectIdsOf(call, idOf))),
    operation(`${path}/checkMemberObjects`, objects, (call) =>
      checked(call, 'ids', [...objectIdsOf(call, idOf), ...templateIdsOf(call, idOf)]),
    ),
  ],
)

function operation(
  path: string,
  needed: PermissionSet,
  answer: (call: Call) => GraphReply,
): GraphOperation {
  return { method: 'POST', path, permissions: needed, answer }
}

function requireAnything(call: Call): string {
  const id = param(call, 'object').toLowerCase()
  if (!findObject(call.tenant, id)) throw notFound(id)
  return id
}

function groupIdsOf(call: Call, idOf: Door['idOf']): string[] {
  const ids = transitiveGroupIdsOf(call.tenant, idOf(call))
  return visibleGroupsOf(call, ids).map(({ id }) => id)
}

function objectIdsOf(call: Call, idOf: Door['idOf']): string[] {
  const id = idOf(call)
  return [
    ...groupIdsOf(call, idOf),
    ...[...unitsOf(call, id), ...rolesOf(call, activeAssignmentsOf(call.tenant, id))].map(
      (object) => object.id,
    ),
  ]
}

/** A role may be asked for by the id of its template as well (directoryobject-checkmemberobjects.md). */
function templateIdsOf(call: Call, idOf: Door['idOf']): string[] {
  const held = activeAssignmentsOf(call.tenant, idOf(call))
  return held.map(({ roleDefinitionId }) => roleDefinitionId)
}

/** With `securityEnabledOnly` groups alone, and of them those that secure something. */
function given(call: Call, ids: readonly string[]): GraphReply {
  const { securityEnabledOnly = false } = bodyOf(call)
  if (typeof securityEnabledOnly !== 'boolean') throw invalidParameter('securityEnabledOnly')
  const { groups } = call.tenant
  const wanted = securityEnabledOnly ? ids.filter((id) => groups.get(id)?.securityEnabled) : ids
  if (wanted.length > mostGiven) {
    throw new GraphError(
      400,
      'Directory_ResultSizeLimitExceeded',
      'The result size limit was exceeded.',
    )
  }
  return reply(call, wanted)
}

function checked(call: Call, parameter: 'groupIds' | 'ids', ids: readonly string[]): GraphReply {
  const asked = bodyOf(call)[parameter]
  const isList = Array.isArray(asked) && asked.every((id) => typeof id === 'string')
  if (!isList || asked.length > mostChecked) throw invalidParameter(parameter)
  const inside = new Set(ids)
  return reply(
    call,
    [...new Set(asked.map((id) => id.toLowerCase()))].filter((id) => inside.has(id)),
  )
}

function bodyOf({ body }: Call): Readonly<Record<string, unknown>> {
  return { ...(body as object | null | undefined) }
}

/** No document has the words. */
function invalidParameter(name: string): GraphError {
  return badRequest(`Invalid value specified for parameter '${name}'.`)
}

function reply(call: Call, value: readonly string[]): GraphReply {
  return {
    status: 200,
    body: { '@odata.context': contextOf(call, 'Collection(Edm.String)'), value },
  }
}
