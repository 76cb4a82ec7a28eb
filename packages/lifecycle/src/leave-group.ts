import type { LeaveRefusal } from '@foyer/contracts/leave-refusal'
import { losesLastOwner, type Ownership } from './last-owner.ts'

/** What the directory says of a group and of one person's place in it. */
export interface GroupStanding extends Ownership {
  readonly isManagedByRule: boolean
  readonly isSynced: boolean
  readonly isRoleAssignable: boolean
  readonly isManagedInExchange: boolean
  readonly isMembershipHidden: boolean
  /** In a restricted management administrative unit. */
  readonly isProtected: boolean
  readonly isDirectMember: boolean
}

export type LeaveVerdict =
  { readonly canLeave: true } | { readonly canLeave: false; readonly because: LeaveRefusal }

/**
 * Whether a guest can leave a group by themselves, and if not, the reason that helps most:
 * first how they are in it, then what the group is, last what leaving would do to it.
 *
 * Deny by default: an owner among an unknown number of owners counts as the last one.
 * After Microsoft Graph, "Remove member" and "Remove group owner".
 */
export function mayLeaveGroup(standing: GroupStanding): LeaveVerdict {
  const because = refusal(standing)
  return because ? { canLeave: false, because } : { canLeave: true }
}

function refusal(standing: GroupStanding): LeaveRefusal | undefined {
  if (!standing.isDirectMember) return standing.isOwner ? 'owner-only' : 'nested-only'
  if (standing.isManagedByRule) return 'managed-by-rule'
  if (standing.isSynced) return 'synced'
  if (standing.isManagedInExchange) return 'managed-in-exchange'
  if (standing.isRoleAssignable) return 'role-assignable'
  if (standing.isProtected) return 'protected'
  if (standing.isMembershipHidden) return 'membership-hidden'
  if (losesLastOwner(standing)) return 'last-owner'
  return undefined
}
