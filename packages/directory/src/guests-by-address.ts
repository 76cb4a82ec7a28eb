import { Type } from 'typebox'
import type { Graph } from './graph.ts'
import { maybe, selectOf } from './graph-shape.ts'
import { type Person, personOf, User } from './person.ts'

/** A guest with every address that the directory knows of them. */
export interface AddressedGuest {
  readonly person: Person
  readonly addresses: readonly string[]
}

const AddressedUser = Type.Object({
  ...User.properties,
  otherMails: maybe(Type.Array(Type.String())),
})

/** More than one has the same address only where an organization invited somebody twice. */
const most = 5

/**
 * The guests who have an address as theirs (Microsoft Graph, "List users", on `mail` and `otherMails`;
 * the comparison is without regard to case).
 */
export async function findGuestsByAddress(
  graph: Graph,
  address: string,
): Promise<AddressedGuest[]> {
  const text = `'${address.replaceAll("'", "''")}'`
  const filter = `userType eq 'Guest' and (mail eq ${text} or otherMails/any(one:one eq ${text}))`
  const path = `/users?$filter=${encodeURIComponent(filter)}&${selectOf(AddressedUser)}&$top=${most}`
  const users = (await graph.readAll(path, AddressedUser)) ?? []
  return users
    .map((user) => ({ person: personOf(user), addresses: addressesOf(user) }))
    .filter(({ person }) => person.kind === 'guest')
}

function addressesOf({ mail, otherMails }: { mail?: string | null; otherMails?: string[] | null }) {
  const all = [...(mail ? [mail] : []), ...(otherMails ?? [])]
  return [...new Map(all.map((address) => [address.toLowerCase(), address])).values()]
}
