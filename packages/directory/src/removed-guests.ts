import { Type } from 'typebox'
import type { Graph } from './graph.ts'
import { type Person, personOf, User } from './person.ts'
import { maybe, selectOf } from './graph-shape.ts'

/** A guest whom an administrator can still bring back. */
export interface RemovedGuest {
  readonly guest: Person
  readonly removedAt: string | undefined
}

const DeletedUser = Type.Object({ ...User.properties, deletedDateTime: maybe(Type.String()) })

/** Every guest who was removed and can be restored (Microsoft Graph, "List deleted items"). */
export async function listRemovedGuests(graph: Graph): Promise<RemovedGuest[]> {
  const path = `/directory/deletedItems/microsoft.graph.user?${selectOf(DeletedUser)}&$top=999`
  const found = (await graph.readAll(path, DeletedUser)) ?? []
  return found
    .map((user) => ({ guest: personOf(user), removedAt: user.deletedDateTime ?? undefined }))
    .filter(({ guest }) => guest.kind === 'guest')
}
