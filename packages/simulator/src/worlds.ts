import { pairwiseWorlds } from './pairwise-worlds.ts'
import { possibilities, type Variants } from './variants.ts'

/**
 * `pessimist` has for each unknown the possibility that does most harm to a portal that did not
 * expect it, `optimist` another, and `pairwise-1` and so on together every pair of possibilities.
 */
const named = {
  pessimist: {
    refreshTokenElsewhere: 'work-accounts-only',
    clientInfoWithoutEntraHome: 'resource-tenant',
    noGuestHere: 'invalid_grant',
    authTime: {
      work: 'absent',
      microsoft: 'absent',
      google: 'absent',
      'mail-code': 'absent',
      saml: 'absent',
    },
    promptLogin: 'returns-at-once',
    acct: 'absent',
    refreshTokenLife: '12-hours-saml-24-hours-spa',
    silentErrors: 'page',
    invitationsByApps: 'allowed',
    // The text of AADSTS500200 exempts whoever was explicitly invited: refusal is for the pairs.
    personalAccounts: 'accepted',
    unitScopedKeeper: { delete: 'refused', restore: 'refused', sponsors: 'refused' },
    unitMembershipDelay: '24-hours',
    rolesInMemberOf: 'tenant-wide-only',
    syncedGuestAfterDeletion: 're-created',
    restoreBrings: 'groups-only',
    redeemedByAnother: 'binds-that-account',
    idpOfOthers: 'opaque',
    pendingGuest: '50014',
    excludedResource: 'blocked-all-the-same',
    resourceManager: 'silent',
    deletedSecurityGroups: 'lost',
    deltaPage: '200-objects-500-links',
    deltaReplays: 'every-change-twice',
    deltaExpired: '400',
    beyondBasicProfile: 'null',
    negationOfNothing: 'left-out',
    noticesOfChanges: '30-minutes-late',
    reauthorizationNotice: 'never',
    inviterReply: 'object',
  },
  optimist: {
    refreshTokenElsewhere: 'every-account',
    clientInfoWithoutEntraHome: 'own',
    noGuestHere: 'interaction_required',
    authTime: {
      work: 'fresh',
      microsoft: 'fresh',
      google: 'fresh',
      'mail-code': 'fresh',
      saml: 'fresh',
    },
    promptLogin: 'asks',
    acct: 'number',
    refreshTokenLife: '90-days',
    silentErrors: 'returned',
    invitationsByApps: 'refused',
    personalAccounts: 'accepted',
    unitScopedKeeper: { delete: 'allowed', restore: 'allowed', sponsors: 'allowed' },
    unitMembershipDelay: '5-minutes',
    rolesInMemberOf: 'every-active',
    syncedGuestAfterDeletion: 'stays-deleted',
    restoreBrings: 'everything',
    redeemedByAnother: 'refused',
    idpOfOthers: 'as-recorded',
    pendingGuest: 'interaction_required',
    excludedResource: 'let-through',
    resourceManager: 'answers',
    deletedSecurityGroups: 'restorable',
    deltaPage: '1000-objects-5000-links',
    deltaReplays: 'none',
    deltaExpired: '410-with-location',
    beyondBasicProfile: 'refused',
    negationOfNothing: 'found',
    noticesOfChanges: 'at-once',
    reauthorizationNotice: 'a-day-before',
    inviterReply: 'list',
  },
} as const satisfies Record<string, Variants>

export type WorldName = keyof typeof named | `pairwise-${number}`

const worlds: ReadonlyMap<string, Variants> = new Map([
  ...Object.entries(named),
  ...pairwiseWorlds.acct.map((_, at) => [`pairwise-${at + 1}`, pairwiseWorld(at)] as const),
])

/** The names of all worlds, the default first. */
export const worldNames = [...worlds.keys()] as readonly WorldName[]

export function isWorldName(name: string): name is WorldName {
  return worlds.has(name)
}

/** @throws {RangeError} for a pairwise world beyond the last. */
export function variantsOfWorld(name: WorldName): Variants {
  const variants = worlds.get(name)
  if (!variants) throw new RangeError(`There is no world ${name}: ${worldNames.join(', ')}.`)
  return variants
}

/** Puts the parts of a variant together again: `authTime.work` into `authTime`. */
function pairwiseWorld(at: number): Variants {
  const variants: Record<string, string | Record<string, string>> = {}
  for (const [name, places] of Object.entries(pairwiseWorlds)) {
    const value = possibilities[name as keyof typeof possibilities][places[at] ?? 0] ?? ''
    const [variant = name, part] = name.split('.')
    if (part === undefined) variants[variant] = value
    else variants[variant] = { ...(variants[variant] as object), [part]: value }
  }
  return variants as unknown as Variants
}
