import type { PersonId } from '@foyer/contracts/ids'
import { Type } from 'typebox'
import type { Deadline } from './deadline.ts'
import type { Graph } from './graph.ts'
import type { RemovalAttempt } from './graph-acts.ts'
import { maybe, selectOf } from './graph-shape.ts'
import { guid } from './reference-url.ts'
import { retry, Unanswered } from './retry.ts'

/** `not-there`: somebody else had removed the person before us. */
export type Removal = 'removed' | 'not-there'

/**
 * Removes a person once. An attempt whose end nobody told is never just repeated, since an
 * administrator may have restored the person in between: first the directory is asked whether they
 * are among the removed.
 *
 * @throws {DirectoryError} when it was not done, or nobody can tell.
 */
export async function removeOnce(
  deadline: Deadline,
  attempt: () => Promise<RemovalAttempt>,
  isRemoved: () => Promise<boolean>,
): Promise<Removal> {
  let hasTried = false
  return retry(deadline, async () => {
    const outcome = await attempt()
    if (outcome === 'not-there' && hasTried) return 'removed'
    if (!(outcome instanceof Unanswered)) return outcome
    hasTried = true
    return (await isRemoved()) ? 'removed' : outcome
  })
}

/** Somebody whom an administrator can still restore. */
export interface RemovedPerson {
  readonly removedAt?: string
}

const DeletedUser = Type.Object({ id: Type.String(), deletedDateTime: maybe(Type.String()) })

export async function findRemovedPerson(
  graph: Graph,
  personId: PersonId,
): Promise<RemovedPerson | undefined> {
  const path = `/directory/deletedItems/${guid(personId)}/microsoft.graph.user`
  const user = await graph.read(`${path}?${selectOf(DeletedUser)}`, DeletedUser)
  if (!user) return undefined
  return user.deletedDateTime ? { removedAt: user.deletedDateTime } : {}
}
