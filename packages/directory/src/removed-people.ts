import { Type } from 'typebox'
import type { PersonId } from '@foyer/contracts/ids'
import type { Graph } from './graph.ts'
import { type Person, personOf, User } from './person.ts'
import { maybe, selectOf } from './graph-shape.ts'

/** A guest whom an administrator can still bring back. */
export interface RemovedGuest {
  readonly guest: Person
  readonly removedAt: string | undefined
}

const DeletedUser = Type.Object({ ...User.properties, deletedDateTime: maybe(Type.String()) })

/** Everybody who was removed and can be restored. */
export interface Removed {
  readonly guests: readonly RemovedGuest[]
  /** Of people who were no guests, the ids only. */
  readonly others: readonly PersonId[]
}

/** Whom an administrator can still bring back (Microsoft Graph, "List deleted items"). */
export async function listRemoved(graph: Graph): Promise<Removed> {
  const path = `/directory/deletedItems/microsoft.graph.user?${selectOf(DeletedUser)}&$top=999`
  const found = ((await graph.readAll(path, DeletedUser)) ?? []).map((user) => ({
    guest: personOf(user),
    removedAt: user.deletedDateTime ?? undefined,
  }))
  const isGuest = ({ guest }: RemovedGuest) => guest.kind === 'guest'
  return {
    guests: found.filter(isGuest),
    others: found.filter((one) => !isGuest(one)).map(({ guest }) => guest.personId),
  }
}
