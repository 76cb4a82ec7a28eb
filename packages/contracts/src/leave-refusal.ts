/** Why a group cannot be left by oneself, told from the group's properties before any attempt. */
export const leaveRefusals = [
  'managed-by-rule',
  'synced',
  'role-assignable',
  'managed-in-exchange',
  'membership-hidden',
  'protected',
  'nested-only',
  'owner-only',
  'last-owner',
] as const

export type LeaveRefusal = (typeof leaveRefusals)[number]
