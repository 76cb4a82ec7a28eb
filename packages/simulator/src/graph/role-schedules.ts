import type { RoleAssignment } from '../world/role.ts'
import type { Call, GraphOperation } from './operation.ts'
import * as permissions from './permissions.ts'
import { plainListReply } from './plain-list.ts'
import type { Properties } from './properties.ts'
import { expandRole } from './role-expansion.ts'

/** When the seed's assignments were made: nobody asks a schedule here to begin later. */
const startDateTime = '2026-03-02T09:00:00Z'
const filterable = ['id', 'principalId', 'roleDefinitionId', 'directoryScopeId', 'status']

/**
 * Privileged Identity Management: who holds a role now, and who may take one up. A schedule is the
 * order, an instance what is true at this moment.
 */
export const roleScheduleOperations: readonly GraphOperation[] = [
  listOf('roleEligibilitySchedules', ({ tenant }) => tenant.roleEligibilities, scheduleOf),
  listOf('roleEligibilityScheduleInstances', ({ tenant }) => tenant.roleEligibilities, instanceOf),
  listOf(
    'roleAssignmentSchedules',
    ({ tenant }) => tenant.roleAssignments,
    (assignment) => ({
      ...scheduleOf(assignment),
      assignmentType: 'Assigned',
    }),
  ),
  listOf(
    'roleAssignmentScheduleInstances',
    ({ tenant }) => tenant.roleAssignments,
    (assignment) => ({
      ...instanceOf(assignment),
      assignmentType: 'Assigned',
    }),
  ),
]

function listOf(
  set: string,
  everything: (call: Call) => readonly RoleAssignment[],
  render: (assignment: RoleAssignment) => Properties,
): GraphOperation {
  return {
    method: 'GET',
    path: `/roleManagement/directory/${set}`,
    permissions: permissions.readRoleManagement,
    answer(call) {
      const expand = expandRole(call)
      return plainListReply(call, everything(call), {
        context: `roleManagement/directory/${set}`,
        resource: 'RoleAssignment',
        filterable,
        render: (assignment) => ({ ...render(assignment), ...expand(assignment) }),
      })
    },
  }
}

function scheduleOf({
  id,
  principalId,
  roleDefinitionId,
  directoryScopeId,
}: RoleAssignment): Properties {
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
      startDateTime,
      recurrence: null,
      expiration: { type: 'noExpiration', endDateTime: null, duration: null },
    },
  }
}

function instanceOf({
  id,
  principalId,
  roleDefinitionId,
  directoryScopeId,
}: RoleAssignment): Properties {
  return {
    id,
    principalId,
    roleDefinitionId,
    directoryScopeId,
    appScopeId: null,
    startDateTime,
    endDateTime: null,
    memberType: 'Direct',
  }
}
