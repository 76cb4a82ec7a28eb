import type { PersonId } from '@foyer/contracts/ids'
import { Type } from 'typebox'
import type { Graph } from './graph.ts'
import { maybe } from './graph-shape.ts'
import { whereReadable } from './readable.ts'
import { guid } from './reference-url.ts'

/** When somebody was last seen, by any of the dates; without one it is unknown, not long ago. */
export interface LastSignIn {
  readonly at?: string
}

const dated = maybe(Type.String())
const Seen = Type.Object({
  signInActivity: maybe(
    Type.Object({
      lastSignInDateTime: dated,
      lastNonInteractiveSignInDateTime: dated,
      lastSuccessfulSignInDateTime: dated,
    }),
  ),
})

/**
 * The latest date of a sign-in, tried or done (Microsoft Graph, "signInActivity resource type");
 * undefined without AuditLog.Read.All or the licence.
 */
export async function findLastSignIn(
  graph: Graph,
  personId: PersonId,
): Promise<LastSignIn | undefined> {
  const user = await whereReadable(
    graph.read(`/users/${guid(personId)}?$select=id,signInActivity`, Seen),
  )
  if (!user) return undefined
  const at = Object.values(user.signInActivity ?? {})
    .filter((date) => typeof date === 'string')
    .toSorted()
    .at(-1)
  return at === undefined ? {} : { at }
}
