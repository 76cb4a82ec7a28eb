import { administrativeUnitOperations } from './administrative-units.ts'
import { b2bManagementPolicyOperations } from './b2b-management-policies.ts'
import { conditionalAccessOperations } from './conditional-access.ts'
import { crossTenantAccessOperations } from './cross-tenant-access.ts'
import { directoryRoleOperations } from './directory-roles.ts'
import { appRoleAssignmentOperations } from './app-role-assignments.ts'
import { deletedItemOperations } from './deleted-items.ts'
import { directoryObjectOperations } from './directory-objects.ts'
import { deltaOperations } from './delta/delta-operations.ts'
import { groupCreationOperations } from './group-creation.ts'
import { groupReadingOperations } from './group-reading.ts'
import { groupRelationOperations } from './group-relations.ts'
import { groupRenewalOperations } from './group-renewal.ts'
import { groupUpdateOperations } from './group-update.ts'
import { groupOperations } from './groups.ts'
import { invitationOperations } from './invitations.ts'
import { invitedByOperations } from './invited-by.ts'
import { joinedTeamOperations } from './joined-teams.ts'
import { directoryAuditOperations } from './logs/directory-audits.ts'
import { signInOperations } from './logs/sign-ins.ts'
import { lifecyclePolicyOperations } from './lifecycle-policies.ts'
import { managerOperations } from './managers.ts'
import { memberCheckOperations } from './member-checks.ts'
import { memberOperations } from './members.ts'
import { membershipOperations } from './memberships.ts'
import type { GraphOperation } from './operation.ts'
import { organizationOperations } from './organization.ts'
import { ownerOperations } from './owners.ts'
import { policyOperations } from './policies.ts'
import { roleAssignmentOperations } from './role-assignments.ts'
import { roleDefinitionOperations } from './role-definitions.ts'
import { roleScheduleOperations } from './role-schedules.ts'
import { sendMailOperations } from './send-mail.ts'
import { servicePrincipalOperations } from './service-principals.ts'
import { signInSessionOperations } from './sign-in-sessions.ts'
import { unitWritingOperations } from './unit-writing.ts'
import { subscriptionOperations } from './subscriptions/subscriptions.ts'
import { tenantInformationOperations } from './tenant-information.ts'
import { sponsorOperations } from './sponsors.ts'
import { userCreationOperations } from './user-creation.ts'
import { userGetOperations } from './user-get.ts'
import { userListOperations } from './user-list.ts'
import { userUpdateOperations } from './user-update.ts'
import { userOperations } from './users.ts'

/** Every operation of Graph that is simulated: whoever wants a table of them reads this. */
export const everyGraphOperation: readonly GraphOperation[] = [
  ...organizationOperations,
  ...userListOperations,
  ...userGetOperations,
  ...userOperations,
  ...userCreationOperations,
  ...userUpdateOperations,
  ...invitationOperations,
  ...signInSessionOperations,
  ...sponsorOperations,
  ...managerOperations,
  ...invitedByOperations,
  ...deltaOperations,
  ...membershipOperations,
  ...memberCheckOperations,
  ...directoryObjectOperations,
  ...groupReadingOperations,
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
  ...b2bManagementPolicyOperations,
  ...conditionalAccessOperations,
  ...crossTenantAccessOperations,
  ...tenantInformationOperations,
  ...deletedItemOperations,
  ...roleAssignmentOperations,
  ...roleScheduleOperations,
  ...roleDefinitionOperations,
  ...directoryRoleOperations,
  ...administrativeUnitOperations,
  ...unitWritingOperations,
  ...servicePrincipalOperations,
  ...subscriptionOperations,
  ...directoryAuditOperations,
  ...signInOperations,
  ...sendMailOperations,
]
