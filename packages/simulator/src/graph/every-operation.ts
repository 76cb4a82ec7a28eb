import { deletedItemOperations } from './deleted-items.ts'
import { deltaOperations } from './delta/delta-operations.ts'
import { groupOperations } from './groups.ts'
import { memberOperations } from './members.ts'
import { membershipOperations } from './memberships.ts'
import type { GraphOperation } from './operation.ts'
import { organizationOperations } from './organization.ts'
import { policyOperations } from './policies.ts'
import { roleManagementOperations } from './role-management.ts'
import { userOperations } from './users.ts'

/** Every operation of Graph that is simulated: whoever wants a table of them reads this. */
export const everyGraphOperation: readonly GraphOperation[] = [
  ...organizationOperations,
  ...userOperations,
  ...deltaOperations,
  ...membershipOperations,
  ...groupOperations,
  ...memberOperations,
  ...policyOperations,
  ...deletedItemOperations,
  ...roleManagementOperations,
]
