import type { PersonId } from '@foyer/contracts/ids'
import { Type } from 'typebox'
import type { Graph } from './graph.ts'
import { maybe, selectOf } from './graph-shape.ts'
import { whereReadable } from './readable.ts'
import { guid } from './reference-url.ts'

/** Whom an organization lets invite guests (Microsoft Graph, authorizationPolicy, `allowInvitesFrom`). */
export type InvitationRule = 'nobody' | 'inviters' | 'members' | 'everybody'

const AuthorizationPolicy = Type.Object({ allowInvitesFrom: maybe(Type.String()) })

const rules: Readonly<Record<string, InvitationRule>> = {
  none: 'nobody',
  adminsAndGuestInviters: 'inviters',
  adminsGuestInvitersAndAllMembers: 'members',
  everyone: 'everybody',
}

/** Undefined where it cannot be read, or is none that we know. */
export async function findInvitationRule(graph: Graph): Promise<InvitationRule | undefined> {
  const path = `/policies/authorizationPolicy?${selectOf(AuthorizationPolicy)}`
  const policy = await whereReadable(graph.read(path, AuthorizationPolicy))
  return rules[policy?.allowInvitesFrom ?? '']
}

/**
 * Microsoft Entra, "Built-in roles", those with `microsoft.directory/users/inviteGuest`: Global
 * Administrator, User Administrator, Guest Inviter and Directory Writers. The ids are the same in
 * every tenant.
 */
const invitingRoles = new Set([
  '62e90394-69f5-4237-9190-012177145e10',
  'fe930be7-5e62-47db-91af-98c3a49a38b1',
  '95e79109-95c0-4d8e-aee3-d01accf2d47b',
  '9360feb5-f418-4baa-8175-e2a00bac4301',
])

const Assignment = Type.Object({ roleDefinitionId: Type.String(), directoryScopeId: Type.String() })
const Group = Type.Object({ id: Type.String(), isAssignableToRole: maybe(Type.Boolean()) })

/**
 * Whether a person holds a built-in role by which one may invite, over the whole directory and
 * today: assigned to them or to a group that they are in. Undefined where that cannot be read. Roles of
 * an organization's own making do not count.
 */
export async function holdsInvitingRole(
  graph: Graph,
  personId: PersonId,
): Promise<boolean | undefined> {
  const groupsPath = `/users/${guid(personId)}/transitiveMemberOf/microsoft.graph.group?${selectOf(Group)}&$top=999`
  const groups = await whereReadable(graph.readAll(groupsPath, Group))
  const carriers = (groups ?? []).filter(({ isAssignableToRole }) => isAssignableToRole)
  const assignments = await Promise.all(
    [personId, ...carriers.map(({ id }) => id)].map(async (id) =>
      whereReadable(
        graph.readAll(
          `/roleManagement/directory/roleAssignments?$filter=principalId%20eq%20'${guid(id)}'&${selectOf(Assignment)}`,
          Assignment,
        ),
      ),
    ),
  )
  const isHeld = assignments.some((part) =>
    part?.some(
      ({ roleDefinitionId, directoryScopeId }) =>
        directoryScopeId === '/' && invitingRoles.has(roleDefinitionId.toLowerCase()),
    ),
  )
  if (isHeld) return true
  return groups === undefined || assignments.includes(undefined) ? undefined : false
}
