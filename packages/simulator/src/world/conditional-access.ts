import type { Variants } from '../variants.ts'
import type { Account } from './account.ts'
import { transitiveGroupIdsOf } from './membership.ts'
import { heldRolesOf } from './role.ts'
import type { Tenant } from './tenant.ts'
import { isGuest, type User } from './user.ts'

/** Graph's conditionalAccessPolicy, as far as it decides here; lists that are missing are empty. */
export interface ConditionalAccessPolicy {
  readonly id: string
  readonly createdDateTime: string
  modifiedDateTime: string | null
  displayName: string
  state: 'enabled' | 'disabled' | 'enabledForReportingButNotEnforced'
  conditions: {
    readonly clientAppTypes?: readonly string[]
    readonly applications: {
      readonly includeApplications?: readonly string[]
      readonly excludeApplications?: readonly string[]
      readonly includeAuthenticationContextClassReferences?: readonly string[]
    }
    readonly users: {
      readonly includeUsers?: readonly string[]
      readonly excludeUsers?: readonly string[]
      readonly includeGroups?: readonly string[]
      readonly excludeGroups?: readonly string[]
      readonly includeRoles?: readonly string[]
      readonly excludeRoles?: readonly string[]
      readonly includeGuestsOrExternalUsers?: GuestsOrExternalUsers | null
      readonly excludeGuestsOrExternalUsers?: GuestsOrExternalUsers | null
    }
  }
  grantControls: {
    readonly operator: 'AND' | 'OR'
    readonly builtInControls: readonly GrantControl[]
  } | null
  /** Missing in the worlds of before. */
  sessionControls?: { readonly signInFrequency: SignInFrequency } | null
}

/** How often somebody signs in anew; of others than every time, the simulator keeps the words only. */
export interface SignInFrequency {
  readonly isEnabled: boolean
  readonly frequencyInterval: 'everyTime' | 'timeBased'
}

export const grantControls = ['block', 'mfa', 'compliantDevice', 'domainJoinedDevice'] as const
export type GrantControl = (typeof grantControls)[number]

export interface GuestsOrExternalUsers {
  /** Joined by commas. */
  readonly guestOrExternalUserTypes: string
  readonly externalTenants?: {
    readonly membershipKind: 'all' | 'enumerated'
    readonly members?: readonly string[]
  } | null
}

/** A sign-in, as policies look at it. */
export interface AssessedSignIn {
  readonly tenant: Tenant
  readonly user: User
  readonly account: Account
  /** Client id of the resource that a token is asked for. */
  readonly resourceId: string
  /** Whether OpenID scopes are asked for too. */
  readonly asksOpenId: boolean
  /** Authentication contexts that the client asked for. */
  readonly contexts: readonly string[]
}

/** The policies that apply to a sign-in and are enforced, or would be if they were. */
export function policiesFor(
  signIn: AssessedSignIn,
  variants: Variants,
): readonly ConditionalAccessPolicy[] {
  return [...signIn.tenant.conditionalAccessPolicies.values()].filter(
    ({ state, conditions }) =>
      state !== 'disabled' &&
      concernsUser(signIn, conditions.users) &&
      concernsResource(signIn, conditions.applications, variants) &&
      (conditions.clientAppTypes ?? ['all']).some((type) => type === 'all' || type === 'browser'),
  )
}

/** The authentication contexts behind which an enforced policy stands. */
export function enforcedContextsOf({ conditionalAccessPolicies }: Tenant): readonly string[] {
  return [...conditionalAccessPolicies.values()]
    .filter(({ state }) => state === 'enabled')
    .flatMap(({ conditions }) => contextsOf(conditions.applications))
}

type Applications = ConditionalAccessPolicy['conditions']['applications']

function contextsOf({ includeAuthenticationContextClassReferences }: Applications) {
  return includeAuthenticationContextClassReferences ?? []
}

/** V-23: since 2026 OpenID scopes count as a resource of their own, which nobody can exclude. */
function concernsResource(
  { resourceId, asksOpenId, contexts }: AssessedSignIn,
  applications: Applications,
  { excludedResource }: Variants,
): boolean {
  const { includeApplications = [], excludeApplications = [] } = applications
  const isExcluded = excludeApplications.includes(resourceId)
  if (isExcluded && !(asksOpenId && excludedResource === 'blocked-all-the-same')) return false
  return (
    includeApplications.includes('All') ||
    includeApplications.includes(resourceId) ||
    contexts.some((context) => contextsOf(applications).includes(context))
  )
}

/** An exclusion outweighs every inclusion. */
function concernsUser(
  signIn: AssessedSignIn,
  users: ConditionalAccessPolicy['conditions']['users'],
): boolean {
  const { tenant, user } = signIn
  const groups = transitiveGroupIdsOf(tenant, user.id)
  const roles = heldRolesOf(tenant, user.id).map(({ role }) => role.roleTemplateId)
  const isAmong = (
    names: readonly string[] = [],
    itsGroups: readonly string[] = [],
    itsRoles: readonly string[] = [],
    external: GuestsOrExternalUsers | null = null,
  ) =>
    names.some(
      (name) =>
        name === 'All' ||
        name === user.id ||
        (name === 'GuestsOrExternalUsers' && kindOf(signIn) !== undefined),
    ) ||
    itsGroups.some((id) => groups.includes(id)) ||
    itsRoles.some((id) => roles.includes(id)) ||
    isExternal(signIn, external)
  const { excludeUsers, excludeGroups, excludeRoles, excludeGuestsOrExternalUsers } = users
  if (isAmong(excludeUsers, excludeGroups, excludeRoles, excludeGuestsOrExternalUsers)) return false
  const { includeUsers, includeGroups, includeRoles, includeGuestsOrExternalUsers } = users
  return isAmong(includeUsers, includeGroups, includeRoles, includeGuestsOrExternalUsers)
}

/** The kind of an external user, by Graph's names; nothing for the organization's own members. */
function kindOf({ tenant, user, account }: AssessedSignIn): string | undefined {
  const isAtHome = account.homeTenantId === tenant.tenantId
  if (isAtHome) return isGuest(user) ? 'internalGuest' : undefined
  return isGuest(user) ? 'b2bCollaborationGuest' : 'b2bCollaborationMember'
}

function isExternal(signIn: AssessedSignIn, wanted: GuestsOrExternalUsers | null): boolean {
  if (!wanted) return false
  const kinds = wanted.guestOrExternalUserTypes.split(',').map((kind) => kind.trim())
  if (!kinds.includes(kindOf(signIn) ?? '')) return false
  const { membershipKind = 'all', members = [] } = wanted.externalTenants ?? {}
  return membershipKind === 'all' || members.includes(signIn.account.homeTenantId ?? '')
}
