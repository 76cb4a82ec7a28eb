import type { GroupId, PersonId } from '@foyer/contracts/ids'

declare const reference: unique symbol
/**
 * The address of a link between two objects. Without its end, `/$ref`, the same address is the
 * linked object itself, and DELETE removes the person from the directory instead of from the group
 * (Microsoft Graph, "Remove member", caution). So nothing else than a value of this type can be
 * deleted, and only this file makes them.
 */
export type ReferenceUrl = string & { readonly [reference]: true }

export function memberReference(groupId: GroupId, personId: PersonId): ReferenceUrl {
  return `/groups/${guid(groupId)}/members/${guid(personId)}/$ref` as ReferenceUrl
}

export function sponsorReference(personId: PersonId, sponsorId: string): ReferenceUrl {
  return `/users/${guid(personId)}/sponsors/${guid(sponsorId)}/$ref` as ReferenceUrl
}

declare const members: unique symbol
/** Where somebody is put into a group. */
export type MembersUrl = string & { readonly [members]: true }

export function membersUrl(groupId: GroupId): MembersUrl {
  return `/groups/${guid(groupId)}/members/$ref` as MembersUrl
}

/** @throws {TypeError} for anything that could become another segment of a path. */
export function guid(id: string): string {
  if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(id)) throw new TypeError('not an id')
  return id
}
