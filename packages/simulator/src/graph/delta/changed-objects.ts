import type { Effect, EffectName } from '../../control/effects.ts'
import type { Tenant } from '../../world/tenant.ts'
import type { DeltaQuery } from './state-token.ts'

/** What happened to one object in a window of the effect log, all of it together. */
export interface ChangedObject {
  readonly id: string
  /** It came, went or came back: everything about it is told. */
  isWhole: boolean
  /** Graph's names, in small letters. */
  readonly properties: Set<string>
  /** `members/{id}` and `owners/{id}` that came or went. */
  readonly links: Set<string>
}

/** Coalesces effects by object, in the order of their ids. */
export function changedObjects(
  tenant: Tenant,
  resource: DeltaQuery['resource'],
  effects: readonly Effect[],
): ChangedObject[] {
  const changed = new Map<string, ChangedObject>()
  const touch = (id: string | undefined): ChangedObject => {
    const known = changed.get(id ?? '')
    if (known) return known
    const made = {
      id: id ?? '',
      isWhole: false,
      properties: new Set<string>(),
      links: new Set<string>(),
    }
    changed.set(made.id, made)
    return made
  }
  for (const effect of effects) {
    if (effect.organization === tenant.slug) readers[resource][effect.what]?.(effect, touch, tenant)
  }
  return [...changed.values()].toSorted((a, b) => (a.id < b.id ? -1 : 1))
}

type Touch = (id: string | undefined) => ChangedObject
type Reader = (effect: Effect, touch: Touch, tenant: Tenant) => void

const wholeUser: Reader = ({ targets }, touch) => {
  touch(targets['userId']).isWhole = true
}
const wholeGroup: Reader = ({ targets }, touch, tenant) => {
  touch(targets['groupId']).isWhole = true
  touchParents(targets['groupId'], touch, tenant)
}
const member: Reader = ({ targets }, touch) => {
  touch(targets['groupId']).links.add(`members/${targets['memberId']}`)
}
const owner: Reader = ({ targets }, touch) => {
  touch(targets['groupId']).links.add(`owners/${targets['ownerId']}`)
}

/** What taking up an invitation changes of the guest (user-properties.md). */
const redeemed = ['externalUserState', 'externalUserStateChangeDateTime', 'identities']

const readers: Readonly<
  Record<DeltaQuery['resource'], Readonly<Partial<Record<EffectName, Reader>>>>
> = {
  users: {
    'user-created': wholeUser,
    'user-deleted': wholeUser,
    'user-restored': wholeUser,
    'user-purged': wholeUser,
    'user-updated': ({ targets, properties }, touch) =>
      addProperties(touch(targets['userId']), properties),
    'invitation-accepted': ({ targets }, touch) =>
      addProperties(touch(targets['userId']), redeemed),
  },
  groups: {
    'group-created': wholeGroup,
    'group-deleted': wholeGroup,
    'group-restored': wholeGroup,
    'group-purged': wholeGroup,
    'group-updated': ({ targets, properties }, touch) =>
      addProperties(touch(targets['groupId']), properties),
    'group-renewed': ({ targets }, touch) =>
      addProperties(touch(targets['groupId']), ['renewedDateTime', 'expirationDateTime']),
    'member-added': member,
    'member-removed': member,
    'owner-added': owner,
    'owner-removed': owner,
    // A deleted user stays a member until it is gone for good (delta-query-groups.md).
    'user-purged': ({ targets }, touch, tenant) => touchParents(targets['userId'], touch, tenant),
  },
}

function touchParents(id: string | undefined, touch: Touch, { members, owners }: Tenant): void {
  if (id === undefined) return
  for (const groupId of members.to(id)) touch(groupId).links.add(`members/${id}`)
  for (const groupId of owners.to(id)) touch(groupId).links.add(`owners/${id}`)
}

/** An update without names may have changed anything. */
function addProperties(object: ChangedObject, names: readonly string[] | undefined): void {
  if (!names) object.isWhole = true
  for (const name of names ?? []) object.properties.add(name.toLowerCase())
}
