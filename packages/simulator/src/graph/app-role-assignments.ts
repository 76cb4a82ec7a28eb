import { recordEffect } from '../simulation.ts'
import {
  type AppRoleAssignment,
  appRoleAssignmentsOf,
  assignmentOfRole,
} from '../world/app-role-assignment.ts'
import { apiClientId } from '../world/application.ts'
import type { Tenant } from '../world/tenant.ts'
import type { User } from '../world/user.ts'
import { findObject } from './directory-object.ts'
import { notFound } from './graph-error.ts'
import { requireGroup } from './groups.ts'
import { type Call, type GraphOperation, type GraphReply, noContent, param } from './operation.ts'
import { plainListReply } from './plain-list.ts'
import type { Properties } from './properties.ts'
import { requireUser } from './users.ts'

type Rendered = Properties & { readonly id: string }

export const appRoleAssignmentOperations: readonly GraphOperation[] = [
  {
    // group-list-approleassignments.md: what the group itself was given, not what its members were.
    method: 'GET',
    path: '/groups/{group}/appRoleAssignments',
    answer(call) {
      const { id } = requireGroup(call)
      return reply(call, `groups('${id}')/appRoleAssignments`, givenTo(call.tenant, id))
    },
  },
  {
    method: 'GET',
    path: '/users/{user}/appRoleAssignments',
    answer(call) {
      const user = requireUser(call)
      return reply(call, `users('${user.id}')/appRoleAssignments`, everyAssignmentOf(call, user))
    },
  },
  {
    method: 'DELETE',
    path: '/users/{user}/appRoleAssignments/{assignment}',
    answer: removeAssignment,
  },
]

/** Direct ones, and those of groups that the user is directly in (user-list-approleassignments.md). */
function everyAssignmentOf({ tenant }: Call, user: User): Rendered[] {
  return [
    ...apiRolesOf(tenant, user),
    ...givenTo(tenant, user.id),
    ...tenant.members
      .to(user.id)
      .filter((id) => tenant.groups.has(id))
      .flatMap((id) => givenTo(tenant, id)),
  ]
}

function removeAssignment(call: Call): GraphReply {
  const { tenant, simulation, caller } = call
  const user = requireUser(call)
  const id = param(call, 'assignment')
  const role = apiRoleAssignments(tenant, user).find((assignment) => assignment.id === id)?.role
  const place = tenant.appRoleAssignments.findIndex(
    (assignment) => assignment.id === id && assignment.principalId === user.id,
  )
  if (role !== undefined) {
    const rest = tenant.appRoles.get(user.id)?.filter((one) => one !== role) ?? []
    if (rest.length > 0) tenant.appRoles.set(user.id, rest)
    else tenant.appRoles.delete(user.id)
  } else if (place >= 0) tenant.appRoleAssignments.splice(place, 1)
  else throw notFound(id)
  recordEffect(simulation, tenant, {
    by: caller.actor,
    what: 'app-role-removed',
    targets: { userId: user.id, assignmentId: id },
  })
  return noContent
}

function apiRolesOf(tenant: Tenant, user: User): Rendered[] {
  return apiRoleAssignments(tenant, user).map((assignment) => render(tenant, assignment))
}

/** People hold roles of Foyer's API without an assignment of their own in the seed. */
function apiRoleAssignments(tenant: Tenant, { id }: User) {
  const resource = tenant.servicePrincipals.get(apiClientId)
  if (!resource) return []
  const roles = tenant.appRoles.get(id) ?? []
  return roles.map((role) => ({ role, ...assignmentOfRole(role, id, resource.id) }))
}

function givenTo(tenant: Tenant, principalId: string): Rendered[] {
  return appRoleAssignmentsOf(tenant, principalId).map((assignment) => render(tenant, assignment))
}

function reply(call: Call, context: string, assignments: readonly Rendered[]): GraphReply {
  return plainListReply(call, assignments, {
    context,
    resource: 'AppRoleAssignment',
    filterable: ['resourceId'],
    render: (assignment) => assignment,
  })
}

function render(tenant: Tenant, assignment: AppRoleAssignment): Rendered {
  const principal = findObject(tenant, assignment.principalId)
  const resource = findObject(tenant, assignment.resourceId)
  return {
    id: assignment.id,
    deletedDateTime: null,
    appRoleId: assignment.appRoleId,
    createdDateTime: assignment.createdDateTime,
    principalDisplayName: principal?.object.displayName ?? null,
    principalId: assignment.principalId,
    principalType: principal?.type === 'group' ? 'Group' : 'User',
    resourceDisplayName: resource?.object.displayName ?? null,
    resourceId: assignment.resourceId,
  }
}
