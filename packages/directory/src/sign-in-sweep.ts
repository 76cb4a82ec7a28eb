import type { PersonId } from '@foyer/contracts/ids'
import { Type } from 'typebox'
import { Compile } from 'typebox/compile'
import { readSweepPage, type SweepPage } from './feed.ts'
import type { Graph } from './graph.ts'
import { whereReadable } from './readable.ts'
import { latestSignInOf, SignInActivity } from './sign-in-activity.ts'

/** When a guest was last seen here; undefined is unknown, and never means long ago. */
export interface SeenGuest {
  readonly guestId: PersonId
  readonly lastSignInAt: string | undefined
}

const readable = Compile(
  Type.Object({
    id: Type.String(),
    signInActivity: SignInActivity,
  }),
)
/** With sign-in dates a page holds 120 at the most. */
const beginning = "/users?$filter=userType%20eq%20'Guest'&$select=id,signInActivity&$top=120"

/**
 * The next page of all guests with their last sign-in (Microsoft Graph, "signInActivity resource
 * type"); `unreadable` without AuditLog.Read.All or the licence.
 */
export async function readSignInSweep(
  graph: Graph,
  cursor: string | undefined,
): Promise<SweepPage<SeenGuest> | 'unreadable' | undefined> {
  const page = readSweepPage(graph, cursor ?? beginning, (object) => {
    if (!readable.Check(object)) return undefined
    return {
      guestId: object.id.toLowerCase() as PersonId,
      lastSignInAt: latestSignInOf(object.signInActivity),
    }
  })
  return whereReadable(page.then((found) => found ?? 'expired')).then((found) =>
    found === undefined ? 'unreadable' : found === 'expired' ? undefined : found,
  )
}
