import { type AppRoleAssignment, appRoleAssignmentsOf } from '../world/app-role-assignment.ts'
import type { Tenant } from '../world/tenant.ts'
import { findObject } from './directory-object.ts'
import { NotSimulated } from './graph-error.ts'
import { requireGroup } from './groups.ts'
import { contextOf, type GraphOperation } from './operation.ts'
import { pageOf } from './paging.ts'
import type { Properties } from './properties.ts'

export const appRoleAssignmentOperations: readonly GraphOperation[] = [
  {
    // group-list-approleassignments.md: what the group itself was given, not what its members were.
    method: 'GET',
    path: '/groups/{group}/appRoleAssignments',
    answer(call) {
      const { id } = requireGroup(call)
      if (call.query.filter) throw new NotSimulated(`filter ${call.query.filter}`)
      const { items, nextLink } = pageOf(call, appRoleAssignmentsOf(call.tenant, id))
      return {
        status: 200,
        body: {
          '@odata.context': contextOf(call, `groups('${id}')/appRoleAssignments`),
          ...(nextLink ? { '@odata.nextLink': nextLink } : {}),
          value: items.map((assignment) => render(call.tenant, assignment)),
        },
      }
    },
  },
]

function render(tenant: Tenant, assignment: AppRoleAssignment): Properties {
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
