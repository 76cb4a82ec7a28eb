import type { PersonId } from '@foyer/contracts/ids'
import { Type } from 'typebox'
import type { Graph } from './graph.ts'
import { whereReadable } from './readable.ts'
import { guid } from './reference-url.ts'
import { latestSignInOf, SignInActivity } from './sign-in-activity.ts'

/** When somebody was last seen, by any of the dates; without one it is unknown, not long ago. */
export interface LastSignIn {
  readonly at?: string
}

const Seen = Type.Object({ signInActivity: SignInActivity })

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
  const at = latestSignInOf(user.signInActivity)
  return at === undefined ? {} : { at }
}
