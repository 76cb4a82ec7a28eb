import { recordEffect } from '../simulation.ts'
import { unitOfScope } from '../world/administrative-unit.ts'
import { findDirectoryRole } from '../world/directory-roles.ts'
import { activeAssignmentsOf, createRoleAssignment, type RoleAssignment } from '../world/role.ts'
import type { Tenant } from '../world/tenant.ts'
import { badRequest, notFound } from './graph-error.ts'
import { type Call, type GraphOperation, type GraphReply, noContent, param } from './operation.ts'
import * as permissions from './permissions.ts'
import { plainListReply, plainReply } from './plain-list.ts'
import { expandRole } from './role-expansion.ts'

const folder = 'roleManagement/directory'
const filterable = ['id', 'principalId', 'roleDefinitionId', 'directoryScopeId']

/**
 * Who holds a role, at whatever scope. The list names the principal that was assigned: a role that
 * comes through a group stands under the group (unifiedroleassignment.md).
 */
export const roleAssignmentOperations: readonly GraphOperation[] = [
  {
    method: 'GET',
    path: '/roleManagement/directory/roleAssignments',
    permissions: permissions.readRoleManagement,
    answer: (call) => listReply(call, 'roleAssignments', call.tenant.roleAssignments),
  },
  {
    method: 'GET',
    path: '/roleManagement/directory/roleAssignments/{assignment}',
    permissions: permissions.readRoleManagement,
    answer(call) {
      const assignment = requireAssignment(call)
      const properties = { ...assignment, ...expandRole(call)(assignment) }
      return plainReply(call, `${folder}/roleAssignments`, properties)
    },
  },
  {
    // unifiedroleassignment-list-transitiveroleassignments.md: beta, and only with a filter.
    method: 'GET',
    path: '/roleManagement/directory/transitiveRoleAssignments',
    versions: ['beta'],
    permissions: permissions.readRoleManagement,
    answer(call) {
      const principalId = /^principalId eq '([^']+)'$/i.exec(call.query.filter ?? '')?.[1]
      if (!call.isEventual || !call.query.count || principalId === undefined) {
        throw badRequest(
          'The request must have a $filter by principalId, $count=true and ConsistencyLevel: eventual.',
        )
      }
      const held = activeAssignmentsOf(call.tenant, principalId).map((assignment) => ({
        ...assignment,
        principalId,
      }))
      return listReply(call, 'transitiveRoleAssignments', held)
    },
  },
  {
    method: 'POST',
    path: '/roleManagement/directory/roleAssignments',
    permissions: permissions.writeRoleManagement,
    answer: createAssignment,
  },
  {
    method: 'DELETE',
    path: '/roleManagement/directory/roleAssignments/{assignment}',
    permissions: permissions.writeRoleManagement,
    answer(call) {
      const assignment = requireAssignment(call)
      const { roleAssignments } = call.tenant
      roleAssignments.splice(roleAssignments.indexOf(assignment), 1)
      record(call, 'role-assignment-deleted', assignment)
      return noContent
    },
  },
]

function listReply(call: Call, set: string, everything: readonly RoleAssignment[]): GraphReply {
  const expand = expandRole(call)
  return plainListReply(call, everything, {
    context: `${folder}/${set}`,
    resource: 'RoleAssignment',
    filterable,
    render: (assignment) => ({ ...assignment, ...expand(assignment) }),
  })
}

function requireAssignment(call: Call): RoleAssignment {
  const id = param(call, 'assignment')
  const found = call.tenant.roleAssignments.find((assignment) => assignment.id === id)
  if (!found) throw notFound(id)
  return found
}

/** rbacapplication-post-roleassignments.md. */
function createAssignment(call: Call): GraphReply {
  const { principalId, roleDefinitionId, directoryScopeId } = readBody(call.body)
  const role = findDirectoryRole(roleDefinitionId)
  if (!role) throw notFound(roleDefinitionId)
  requirePrincipal(call.tenant, principalId)
  requireScope(call.tenant, directoryScopeId)
  const assignment = createRoleAssignment(principalId, role, directoryScopeId)
  if (call.tenant.roleAssignments.some(({ id }) => id === assignment.id)) {
    throw badRequest(
      'A conflicting object with one or more of the specified property values is present in the directory.',
    )
  }
  call.tenant.roleAssignments.push(assignment)
  record(call, 'role-assignment-created', assignment)
  const reply = plainReply(call, `${folder}/roleAssignments`, { ...assignment })
  return { ...reply, status: 201 }
}

function readBody(body: unknown): Omit<RoleAssignment, 'id'> {
  const { principalId, roleDefinitionId, directoryScopeId } = { ...(body as object) } as Record<
    string,
    unknown
  >
  for (const [name, value] of Object.entries({ principalId, roleDefinitionId, directoryScopeId })) {
    if (typeof value !== 'string' || value === '') {
      throw badRequest(`The property '${name}' is required but was not present in the request.`)
    }
  }
  return {
    principalId: String(principalId).toLowerCase(),
    roleDefinitionId: String(roleDefinitionId).toLowerCase(),
    directoryScopeId: String(directoryScopeId),
  }
}

/** A group takes a role only if it was made for it (groups-concept.md, role-assignable groups). */
function requirePrincipal(tenant: Tenant, id: string): void {
  const group = tenant.groups.get(id)
  if (group && !group.isAssignableToRole) {
    throw badRequest(
      `The group with id '${id}' is not assignable to a role: isAssignableToRole is not true.`,
    )
  }
  const isApp = [...tenant.servicePrincipals.values()].some((principal) => principal.id === id)
  if (!group && !isApp && !tenant.users.has(id)) throw notFound(id)
}

function requireScope(tenant: Tenant, scope: string): void {
  if (scope === '/') return
  const unitId = unitOfScope(scope)
  const objectId = scope.slice(1).toLowerCase()
  const isKnown =
    unitId === undefined
      ? tenant.users.has(objectId) || tenant.groups.has(objectId)
      : tenant.administrativeUnits.has(unitId)
  if (!scope.startsWith('/') || !isKnown) throw notFound(unitId ?? objectId)
}

function record(
  { simulation, tenant, caller }: Call,
  what: 'role-assignment-created' | 'role-assignment-deleted',
  { principalId, roleDefinitionId, directoryScopeId }: RoleAssignment,
): void {
  recordEffect(simulation, tenant, {
    by: caller.actor,
    what,
    targets: { principalId, roleDefinitionId, directoryScopeId },
  })
}
