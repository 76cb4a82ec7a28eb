import type { possibilities } from './variants.ts'

/**
 * What the pairwise worlds choose: in each row the first number is the place of pairwise-1's choice among the
 * possibilities of the variant, the second that of pairwise-2, and so on. Found by test/find-pairwise.ts.
 */
export const pairwiseWorlds = {
  refreshTokenElsewhere: [0, 1, 1, 0, 0, 0, 1, 1, 0, 1, 0, 1, 1, 1],
  clientInfoWithoutEntraHome: [1, 0, 0, 1, 0, 0, 1, 1, 0, 0, 0, 1, 1, 1],
  noGuestHere: [1, 1, 0, 0, 0, 1, 1, 1, 1, 0, 0, 1, 0, 0],
  'authTime.work': [0, 1, 0, 1, 1, 2, 0, 2, 1, 1, 0, 0, 2, 2],
  'authTime.microsoft': [1, 2, 1, 2, 2, 2, 2, 0, 1, 0, 0, 0, 1, 1],
  'authTime.google': [0, 2, 2, 0, 1, 0, 1, 1, 0, 0, 2, 2, 1, 2],
  'authTime.mail-code': [2, 1, 1, 2, 0, 1, 0, 1, 2, 0, 0, 2, 2, 0],
  'authTime.saml': [1, 1, 0, 2, 2, 2, 0, 1, 0, 1, 0, 2, 0, 2],
  promptLogin: [0, 1, 1, 1, 1, 1, 0, 0, 0, 0, 1, 0, 0, 0],
  acct: [0, 2, 1, 1, 0, 0, 1, 1, 2, 2, 0, 2, 2, 0],
  refreshTokenLife: [1, 0, 0, 1, 0, 1, 1, 0, 0, 0, 1, 1, 1, 1],
  silentErrors: [1, 0, 0, 1, 0, 1, 1, 1, 1, 0, 0, 0, 0, 1],
  invitationsByApps: [1, 0, 0, 1, 0, 0, 0, 1, 1, 1, 1, 0, 0, 0],
  personalAccounts: [0, 1, 0, 1, 1, 1, 0, 0, 0, 0, 0, 1, 1, 0],
  'unitScopedKeeper.delete': [1, 0, 1, 1, 0, 1, 1, 0, 1, 0, 1, 0, 0, 1],
  'unitScopedKeeper.restore': [1, 1, 1, 0, 1, 0, 1, 1, 0, 0, 0, 1, 0, 0],
  'unitScopedKeeper.sponsors': [1, 0, 0, 1, 1, 1, 0, 0, 0, 1, 1, 0, 1, 0],
  unitMembershipDelay: [1, 0, 1, 1, 0, 0, 0, 1, 0, 1, 0, 0, 1, 0],
  rolesInMemberOf: [0, 0, 1, 0, 1, 0, 0, 1, 1, 1, 1, 0, 0, 1],
  syncedGuestAfterDeletion: [0, 2, 0, 2, 0, 1, 2, 1, 1, 0, 1, 2, 0, 2],
  restoreBrings: [1, 0, 1, 0, 0, 1, 1, 1, 0, 1, 0, 1, 1, 0],
  redeemedByAnother: [0, 0, 1, 0, 0, 1, 1, 0, 0, 1, 1, 1, 0, 0],
  idpOfOthers: [0, 0, 1, 0, 1, 1, 1, 0, 1, 1, 0, 0, 1, 1],
  pendingGuest: [2, 2, 1, 1, 0, 1, 2, 0, 0, 1, 2, 0, 1, 2],
  excludedResource: [0, 1, 0, 1, 1, 0, 0, 0, 0, 1, 1, 0, 1, 0],
  resourceManager: [0, 1, 1, 1, 0, 0, 0, 1, 0, 1, 0, 0, 1, 1],
  deletedSecurityGroups: [1, 1, 1, 0, 1, 0, 1, 1, 0, 0, 0, 0, 0, 1],
  deltaPage: [0, 2, 0, 1, 0, 0, 2, 1, 2, 2, 1, 0, 1, 2],
  deltaReplays: [0, 1, 1, 1, 0, 1, 1, 0, 1, 0, 1, 0, 0, 0],
  deltaExpired: [0, 1, 0, 1, 0, 0, 0, 1, 1, 1, 0, 1, 0, 1],
  beyondBasicProfile: [0, 0, 0, 1, 0, 0, 1, 1, 0, 1, 0, 1, 0, 1],
  negationOfNothing: [1, 0, 0, 0, 0, 0, 1, 1, 0, 1, 1, 0, 1, 1],
  noticesOfChanges: [0, 0, 0, 0, 0, 1, 1, 0, 0, 1, 1, 1, 1, 0],
  reauthorizationNotice: [1, 1, 0, 1, 1, 0, 0, 0, 0, 0, 1, 1, 1, 1],
  inviterReply: [1, 0, 1, 0, 1, 0, 1, 1, 1, 0, 1, 0, 0, 1],
} as const satisfies Record<keyof typeof possibilities, readonly number[]>
