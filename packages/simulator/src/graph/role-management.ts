import type { RoleAssignment } from '../world/role.ts'
import { pageOf } from './paging.ts'
import { type Call, contextOf, type GraphOperation, type GraphReply } from './operation.ts'
import * as permissions from './permissions.ts'
import { planQuery } from './query/plan.ts'
import { identifier, type QueriedType } from './query/queried-type.ts'

/**
 * Who holds a role, and who may take one up. Both lists name the principal that was assigned: a
 * role that comes through a group stands under the group (unifiedroleassignment.md).
 */
export const roleManagementOperations: readonly GraphOperation[] = [
  {
    method: 'GET',
    path: '/roleManagement/directory/roleAssignments',
    permissions: permissions.readRoleManagement,
    answer: (call) =>
      listReply(call, 'roleAssignments', call.tenant.roleAssignments, (assignment) => assignment),
  },
  {
    method: 'GET',
    path: '/roleManagement/directory/roleEligibilitySchedules',
    permissions: permissions.readRoleManagement,
    answer: (call) =>
      listReply(call, 'roleEligibilitySchedules', call.tenant.roleEligibilities, eligibility),
  },
]

function listReply(
  call: Call,
  set: string,
  everything: readonly RoleAssignment[],
  render: (assignment: RoleAssignment) => object,
): GraphReply {
  const { fits } = planQuery(call, queriedRoleAssignment)
  const { items, nextLink } = pageOf(call, everything.filter(fits))
  return {
    status: 200,
    body: {
      '@odata.context': contextOf(call, `roleManagement/directory/${set}`),
      ...(nextLink ? { '@odata.nextLink': nextLink } : {}),
      value: items.map(render),
    },
  }
}

const queriedRoleAssignment: QueriedType = {
  name: 'RoleAssignment',
  fullName: 'microsoft.graph.unifiedRoleAssignment',
  filterable: {
    directoryScopeId: identifier,
    principalId: identifier,
    roleDefinitionId: identifier,
  },
  properties: ['id', 'directoryScopeId', 'principalId', 'roleDefinitionId'],
  sortable: {},
  searchable: [],
}

function eligibility({ id, principalId, roleDefinitionId, directoryScopeId }: RoleAssignment) {
  return {
    id,
    principalId,
    roleDefinitionId,
    directoryScopeId,
    appScopeId: null,
    createdUsing: null,
    createdDateTime: null,
    modifiedDateTime: null,
    status: 'Provisioned',
    memberType: 'Direct',
    scheduleInfo: {
      startDateTime: '2026-03-02T09:00:00Z',
      recurrence: null,
      expiration: { type: 'noExpiration', endDateTime: null, duration: null },
    },
  }
}
