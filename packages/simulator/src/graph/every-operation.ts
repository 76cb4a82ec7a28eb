import { administrativeUnitOperations } from './administrative-units.ts'
import { conditionalAccessOperations } from './conditional-access.ts'
import { crossTenantAccessOperations } from './cross-tenant-access.ts'
import { deletedItemOperations } from './deleted-items.ts'
import { directoryRoleOperations } from './directory-roles.ts'
import { groupOperations } from './groups.ts'
import { memberOperations } from './members.ts'
import { membershipOperations } from './memberships.ts'
import type { GraphOperation } from './operation.ts'
import { organizationOperations } from './organization.ts'
import { policyOperations } from './policies.ts'
import { roleAssignmentOperations } from './role-assignments.ts'
import { roleDefinitionOperations } from './role-definitions.ts'
import { roleScheduleOperations } from './role-schedules.ts'
import { sendMailOperations } from './send-mail.ts'
import { servicePrincipalOperations } from './service-principals.ts'
import { tenantInformationOperations } from './tenant-information.ts'
import { userOperations } from './users.ts'

/** Every operation of Graph that is simulated: whoever wants a table of them reads this. */
export const everyGraphOperation: readonly GraphOperation[] = [
  ...organizationOperations,
  ...userOperations,
  ...membershipOperations,
  ...groupOperations,
  ...memberOperations,
  ...policyOperations,
  ...conditionalAccessOperations,
  ...crossTenantAccessOperations,
  ...tenantInformationOperations,
  ...deletedItemOperations,
  ...roleAssignmentOperations,
  ...roleScheduleOperations,
  ...roleDefinitionOperations,
  ...directoryRoleOperations,
  ...administrativeUnitOperations,
  ...servicePrincipalOperations,
  ...sendMailOperations,
]
