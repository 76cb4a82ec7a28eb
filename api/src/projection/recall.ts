import type { Me, Sponsor } from '@foyer/contracts/me'
import type { GuestAccess } from '@foyer/directory/guest-access'
import type { GroupMembership } from '@foyer/directory/memberships'
import type { Log } from '../http/log.ts'
import type { Store } from '../store/store.ts'
import { StoreError } from '../store/store-error.ts'
import type { CallerIdentity } from '../token/validate-claims.ts'

type Somebody = Pick<CallerIdentity, 'organizationId' | 'personId'>

/** Who somebody is, as it was at an instant. */
export interface RecalledMe extends Pick<
  Me,
  'personId' | 'kind' | 'name' | 'mail' | 'company' | 'signsInWith' | 'since' | 'sponsors'
> {
  readonly organization: {
    readonly name: string
    readonly privacyContact?: string
    readonly privacyStatementUrl?: string
  }
  readonly asOf: string
}

interface MeRow {
  readonly name: string
  readonly mail: string | null
  readonly company: string | null
  readonly signs_in_with: Me['signsInWith']
  readonly created_at: Date | null
  readonly sponsors: readonly (readonly [Sponsor['kind'], string, string | null])[] | null
  readonly organization_name: string
  readonly privacy_contact: string | null
  readonly privacy_statement_url: string | null
  readonly as_of: Date
}

/**
 * A guest who may sign in, as the projection has them; undefined for everybody else, and before
 * everything about them was read once: then the directory is asked.
 */
export async function recallMe(
  store: Store,
  { organizationId, personId }: Somebody,
  log: Log,
): Promise<RecalledMe | undefined> {
  const row = (await whereReachable(store.recall('me', organizationId, personId), log)) as
    MeRow | undefined
  if (!row) return undefined
  return {
    organization: {
      name: row.organization_name,
      ...(row.privacy_contact ? { privacyContact: row.privacy_contact } : {}),
      ...(row.privacy_statement_url ? { privacyStatementUrl: row.privacy_statement_url } : {}),
    },
    personId,
    kind: 'guest',
    name: row.name,
    ...(row.mail ? { mail: row.mail } : {}),
    ...(row.company ? { company: row.company } : {}),
    signsInWith: row.signs_in_with,
    ...(row.created_at ? { since: instantOf(row.created_at) } : {}),
    // People before groups.
    sponsors: (row.sponsors ?? [])
      .map(([kind, name, mail]) => ({ kind, name, ...(mail ? { mail } : {}) }))
      .toSorted(
        (one, other) =>
          Number(one.kind === 'group') - Number(other.kind === 'group') || byName(one, other),
      ),
    asOf: instantOf(row.as_of),
  }
}

/** The groups of somebody, as they were at an instant. */
export interface RecalledGroups {
  readonly memberships: readonly GroupMembership[]
  readonly guestAccess: GuestAccess | undefined
  readonly asOf: string
}

/** In the order of the migration that made the function. */
type GroupRow = readonly [
  groupId: GroupMembership['groupId'],
  name: string,
  description: string | null,
  kind: GroupMembership['kind'],
  isManagedByRule: boolean,
  isSynced: boolean,
  isRoleAssignable: boolean,
  isManagedInExchange: boolean,
  isMembershipHidden: boolean,
  isProtected: boolean,
  expiresAt: string | null,
]
type MixedRow = readonly [
  ...GroupRow,
  isDirectMember: boolean,
  isNestedMember: boolean,
  ownerCount: number | null,
  through: readonly string[] | null,
]

interface GroupsRow {
  readonly guest_access: GuestAccess | null
  readonly direct: readonly GroupRow[] | null
  readonly mixed: readonly MixedRow[] | null
  readonly as_of: Date
}

/** Like {@link recallMe}, of the groups that a guest is in, directly or through others, or owns. */
export async function recallGroups(
  store: Store,
  { organizationId, personId }: Somebody,
  log: Log,
): Promise<RecalledGroups | undefined> {
  const row = (await whereReachable(store.recall('groups', organizationId, personId), log)) as
    GroupsRow | undefined
  if (!row) return undefined
  const memberships = row.mixed?.map(mixedMembershipOf) ?? row.direct?.map(directMembershipOf) ?? []
  return {
    memberships: memberships.toSorted(byName),
    guestAccess: row.guest_access ?? undefined,
    asOf: instantOf(row.as_of),
  }
}

function directMembershipOf(row: GroupRow): GroupMembership {
  return membershipOf(row, true, false, null, null)
}

function mixedMembershipOf(row: MixedRow): GroupMembership {
  const [, , , , , , , , , , , isDirectMember, isNestedMember, ownerCount, through] = row
  return membershipOf(row, isDirectMember, isNestedMember, ownerCount, through)
}

function membershipOf(
  row: GroupRow | MixedRow,
  isDirectMember: boolean,
  isNestedMember: boolean,
  ownerCount: number | null,
  through: readonly string[] | null,
): GroupMembership {
  const [groupId, name, description, kind, isManagedByRule, isSynced, isRoleAssignable] = row
  const [, , , , , , , isManagedInExchange, isMembershipHidden, isProtected, expiresAt] = row
  return {
    groupId,
    name,
    ...(description ? { description } : {}),
    kind,
    isManagedByRule,
    isSynced,
    isRoleAssignable,
    isManagedInExchange,
    isMembershipHidden,
    isProtected,
    ...(expiresAt ? { expiresAt: instantOf(new Date(expiresAt)) } : {}),
    isDirectMember,
    isNestedMember,
    through: through?.toSorted(names.compare) ?? [],
    isOwner: ownerCount !== null,
    ownerCount: ownerCount ?? undefined,
  }
}

const names = new Intl.Collator('en')

function byName(one: { readonly name: string }, other: { readonly name: string }): number {
  return names.compare(one.name, other.name)
}

/** A store that does not answer is no reason to tell nobody anything: the directory still does. */
async function whereReachable<T>(question: Promise<T>, log: Log): Promise<T | undefined> {
  try {
    return await question
  } catch (error) {
    if (!(error instanceof StoreError)) throw error
    log.warn({ err: error }, 'nothing could be recalled')
    return undefined
  }
}

/** As the directory writes it. */
function instantOf(at: Date): string {
  return at.toISOString().replace('.000Z', 'Z')
}
