import type { PersonId } from '@foyer/contracts/ids'
import { type Static, Type } from 'typebox'
import type { Graph } from './graph.ts'
import { maybe } from './graph-shape.ts'
import { whereReadable } from './readable.ts'

const texts = maybe(Type.Array(Type.String()))
const externals = maybe(
  Type.Object({
    guestOrExternalUserTypes: maybe(Type.String()),
    externalTenants: maybe(Type.Object({ membershipKind: maybe(Type.String()) })),
  }),
)
const Users = Type.Object({
  includeUsers: texts,
  excludeUsers: texts,
  excludeGroups: texts,
  includeGuestsOrExternalUsers: externals,
  excludeGuestsOrExternalUsers: externals,
})
const Policy = Type.Object({
  state: Type.String(),
  conditions: Type.Object({
    applications: maybe(Type.Object({ includeAuthenticationContextClassReferences: texts })),
    users: maybe(Users),
    clientAppTypes: texts,
    userRiskLevels: texts,
    signInRiskLevels: texts,
    platforms: maybe(Type.Unknown()),
    locations: maybe(Type.Unknown()),
  }),
  sessionControls: maybe(
    Type.Object({
      signInFrequency: maybe(
        Type.Object({
          isEnabled: maybe(Type.Boolean()),
          frequencyInterval: maybe(Type.String()),
        }),
      ),
    }),
  ),
})
type Policy = Static<typeof Policy>

/**
 * Whether an enabled policy stands behind an authentication context that has this guest sign in each
 * time, wherever and with whatever they come; undefined where that cannot be read. Without such a policy the
 * claim of the context says nothing: tokens may bear it all the same. After Microsoft Graph, "List
 * policies" (Conditional Access), and Microsoft Entra, "Session lifetime policies".
 */
export async function isContextEnforced(
  graph: Graph,
  context: string,
  personId: PersonId,
): Promise<boolean | undefined> {
  const policies = await whereReadable(
    graph.readAll('/identity/conditionalAccess/policies', Policy).then((found) => found ?? []),
  )
  return policies?.some(
    ({ state, conditions, sessionControls }) =>
      state === 'enabled' &&
      standsBehind(conditions, context) &&
      isUnconditional(conditions) &&
      concerns(conditions.users, personId) &&
      sessionControls?.signInFrequency?.isEnabled === true &&
      sessionControls.signInFrequency.frequencyInterval === 'everyTime',
  )
}

function standsBehind({ applications }: Policy['conditions'], context: string): boolean {
  return applications?.includeAuthenticationContextClassReferences?.includes(context) ?? false
}

function isUnconditional(conditions: Policy['conditions']): boolean {
  const { clientAppTypes, userRiskLevels, signInRiskLevels, platforms, locations } = conditions
  const hasRisk = (userRiskLevels ?? []).length > 0 || (signInRiskLevels ?? []).length > 0
  const isOfBrowsers = ['all', 'browser'].some((type) => clientAppTypes?.includes(type))
  return isOfBrowsers && !hasRisk && platforms == null && locations == null
}

/** Deny by default: whoever may be excluded, by a group or as a kind, counts as excluded. */
function concerns(users: Policy['conditions']['users'], personId: PersonId): boolean {
  if (!users) return false
  const { excludeUsers, excludeGroups, excludeGuestsOrExternalUsers } = users
  const out = excludeUsers?.map((name) => name.toLowerCase()) ?? []
  if (out.includes(personId) || out.includes('guestsorexternalusers')) return false
  if ((excludeGroups ?? []).length > 0 || excludeGuestsOrExternalUsers != null) return false
  const { includeUsers, includeGuestsOrExternalUsers: external } = users
  if (includeUsers?.some((name) => name === 'All' || name === 'GuestsOrExternalUsers')) return true
  const kinds = external?.guestOrExternalUserTypes?.split(',').map((kind) => kind.trim()) ?? []
  const tenants = external?.externalTenants?.membershipKind ?? 'all'
  return kinds.includes('b2bCollaborationGuest') && tenants === 'all'
}
