import type { Effect, EffectName } from '../../control/effects.ts'

/** One entry of the audit log, as reference-audit-activities.md names its kind. */
export interface AuditedActivity {
  readonly service: string
  readonly category: string
  readonly operation: 'Add' | 'Update' | 'Delete' | 'Assign' | 'Unassign'
  readonly name: string
  /** Ids of what it was done to, the first one first. */
  readonly targets: readonly string[]
}

type Kind = readonly [
  category: string,
  operation: AuditedActivity['operation'],
  name: string,
  targets: readonly string[],
  service?: string,
]

const groupService = 'Self-service Group Management'
const invitedUsers = 'Invited Users'

/** By effect. The names of sponsors' and managers' entries are in no table of Microsoft's. */
const kinds: Partial<Record<EffectName, readonly Kind[]>> = {
  'user-created': [['UserManagement', 'Add', 'Add user', ['userId']]],
  'user-updated': [['UserManagement', 'Update', 'Update user', ['userId']]],
  'user-deleted': [['UserManagement', 'Delete', 'Delete user', ['userId']]],
  'user-restored': [['UserManagement', 'Add', 'Restore user', ['userId']]],
  'user-purged': [['UserManagement', 'Delete', 'Hard Delete user', ['userId']]],
  'sponsor-added': [['UserManagement', 'Assign', 'Add sponsor to user', ['userId', 'sponsorId']]],
  'sponsor-removed': [
    ['UserManagement', 'Unassign', 'Remove sponsor from user', ['userId', 'sponsorId']],
  ],
  'manager-added': [['UserManagement', 'Assign', 'Set user manager', ['userId', 'managerId']]],
  'manager-removed': [
    ['UserManagement', 'Unassign', 'Remove user manager', ['userId', 'managerId']],
  ],
  'group-created': [['GroupManagement', 'Add', 'Add group', ['groupId']]],
  'group-updated': [['GroupManagement', 'Update', 'Update group', ['groupId']]],
  'group-deleted': [['GroupManagement', 'Delete', 'Delete group', ['groupId']]],
  'group-restored': [['GroupManagement', 'Add', 'Restore Group', ['groupId']]],
  'group-purged': [['GroupManagement', 'Delete', 'Hard Delete group', ['groupId']]],
  'group-renewed': [['GroupManagement', 'Update', 'Renew group', ['groupId'], groupService]],
  'member-added': [['GroupManagement', 'Assign', 'Add member to group', ['memberId', 'groupId']]],
  'member-removed': [
    ['GroupManagement', 'Unassign', 'Remove member from group', ['memberId', 'groupId']],
  ],
  'owner-added': [['GroupManagement', 'Assign', 'Add owner to group', ['ownerId', 'groupId']]],
  'owner-removed': [
    ['GroupManagement', 'Unassign', 'Remove owner from group', ['ownerId', 'groupId']],
  ],
  'unit-created': [['AdministrativeUnit', 'Add', 'Add administrative unit', ['unitId']]],
  'unit-updated': [['AdministrativeUnit', 'Update', 'Update administrative unit', ['unitId']]],
  'unit-deleted': [['AdministrativeUnit', 'Delete', 'Delete administrative unit', ['unitId']]],
  'unit-member-added': [
    ['AdministrativeUnit', 'Assign', 'Add member to administrative unit', ['memberId', 'unitId']],
  ],
  'unit-member-removed': [
    [
      'AdministrativeUnit',
      'Unassign',
      'Remove member from administrative unit',
      ['memberId', 'unitId'],
    ],
  ],
  'role-assignment-created': [
    ['RoleManagement', 'Assign', 'Add member to role', ['principalId', 'roleDefinitionId']],
  ],
  'role-assignment-deleted': [
    ['RoleManagement', 'Unassign', 'Remove member from role', ['principalId', 'roleDefinitionId']],
  ],
  'app-role-removed': [
    ['UserManagement', 'Unassign', 'Remove app role assignment from user', ['userId']],
  ],
  'policy-created': [['Policy', 'Add', 'Add policy', ['policyId']]],
  'policy-updated': [['Policy', 'Update', 'Update policy', ['policyId']]],
  'policy-deleted': [['Policy', 'Delete', 'Delete policy', ['policyId']]],
  'lifecycle-policy-created': [
    ['GroupManagement', 'Add', 'Create lifecycle management policy', ['policyId'], groupService],
  ],
  'lifecycle-policy-updated': [
    ['GroupManagement', 'Update', 'Update lifecycle management policy', ['policyId'], groupService],
  ],
  'lifecycle-policy-deleted': [
    ['GroupManagement', 'Delete', 'Delete lifecycle management policy', ['policyId'], groupService],
  ],
  'guest-invited': [['UserManagement', 'Add', 'Invite external user', ['userId'], invitedUsers]],
  'redemption-reset': [
    [
      'UserManagement',
      'Add',
      'Invite external user with reset invitation status',
      ['userId'],
      invitedUsers,
    ],
  ],
  // Its name in reference-audit-activities.md, under Terms Of Use.
  'terms-accepted': [['Policy', 'Update', 'Accept Terms Of Use', ['userId'], 'Terms Of Use']],
  // In this order, as recorded: the guest's state first, then the redemption.
  'invitation-accepted': [
    ['UserManagement', 'Update', 'Update user', ['userId']],
    ['UserManagement', 'Update', 'Redeem external user invite', ['userId'], invitedUsers],
  ],
}

/** What an effect is in the audit log; nothing for what is not audited there. */
export function activitiesOf({ what, targets }: Effect): AuditedActivity[] {
  return (kinds[what] ?? []).map(([category, operation, name, roles, service]) => ({
    service: service ?? 'Core Directory',
    category,
    operation,
    name,
    targets: roles.flatMap((role) => targets[role] ?? []),
  }))
}
