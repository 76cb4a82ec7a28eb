import { appRoleAssignmentOperations } from './app-role-assignments.ts'
import { deletedItemOperations } from './deleted-items.ts'
import { groupCreationOperations } from './group-creation.ts'
import { groupRelationOperations } from './group-relations.ts'
import { groupRenewalOperations } from './group-renewal.ts'
import { groupUpdateOperations } from './group-update.ts'
import { groupOperations } from './groups.ts'
import { joinedTeamOperations } from './joined-teams.ts'
import { lifecyclePolicyOperations } from './lifecycle-policies.ts'
import { memberOperations } from './members.ts'
import { membershipOperations } from './memberships.ts'
import type { GraphOperation } from './operation.ts'
import { organizationOperations } from './organization.ts'
import { ownerOperations } from './owners.ts'
import { policyOperations } from './policies.ts'
import { roleManagementOperations } from './role-management.ts'
import { sponsorOperations } from './sponsors.ts'
import { userGetOperations } from './user-get.ts'
import { userListOperations } from './user-list.ts'
import { userOperations } from './users.ts'

/** Every operation of Graph that is simulated: whoever wants a table of them reads this. */
export const everyGraphOperation: readonly GraphOperation[] = [
  ...organizationOperations,
  ...userListOperations,
  ...userGetOperations,
  ...userOperations,
  ...sponsorOperations,
  ...membershipOperations,
  ...groupOperations,
  ...groupCreationOperations,
  ...groupUpdateOperations,
  ...groupRelationOperations,
  ...memberOperations,
  ...ownerOperations,
  ...groupRenewalOperations,
  ...lifecyclePolicyOperations,
  ...joinedTeamOperations,
  ...appRoleAssignmentOperations,
  ...policyOperations,
  ...deletedItemOperations,
  ...roleManagementOperations,
]
