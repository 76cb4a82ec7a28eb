import type { Membership } from '@foyer/contracts/me'
import type { GroupMembership } from '@foyer/directory/memberships'
import { mayLeaveGroup } from '@foyer/lifecycle/leave-group'

/** A membership as a person is shown it, with the verdict that leaving it would meet. */
export function membershipOf(membership: GroupMembership): Membership {
  const { groupId, name, description, kind, through, expiresAt } = membership
  const verdict = mayLeaveGroup(membership)
  return {
    groupId,
    name,
    ...(description === undefined ? {} : { description }),
    kind,
    how: howOf(membership),
    role: roleOf(membership),
    through: [...through],
    ...(expiresAt === undefined ? {} : { expiresAt }),
    canLeave: verdict.canLeave,
    ...(verdict.canLeave ? {} : { cannotLeaveBecause: verdict.because }),
  }
}

export function howOf(membership: GroupMembership): Membership['how'] {
  if (membership.isDirectMember) return membership.isManagedByRule ? 'rule' : 'assigned'
  return membership.isNestedMember ? 'group' : 'none'
}

function roleOf(membership: GroupMembership): Membership['role'] {
  if (!membership.isOwner) return 'member'
  return membership.isDirectMember || membership.isNestedMember ? 'member-and-owner' : 'owner'
}
