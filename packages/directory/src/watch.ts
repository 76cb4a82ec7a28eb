import { Type } from 'typebox'
import type { Graph } from './graph.ts'
import { guid } from './reference-url.ts'

/** What one watch is about: all people of an organization, or all its groups. */
export type Watched = 'people' | 'groups'

export interface WatchSetting {
  readonly watched: Watched
  /** Where the directory tells, and where it asks first whether it may. */
  readonly address: string
  /** Comes with everything that the directory tells; at most 128 characters. */
  readonly secret: string
  /** At most 29 days ahead. */
  readonly endsAt: Date
}

const resources = { people: 'users', groups: 'groups' } as const satisfies Record<Watched, string>
const Made = Type.Object({ id: Type.String() })

/**
 * Asks the directory to tell an address whenever something of the kind changes (Microsoft Graph,
 * "Create subscription"; creations are told as updates). The directory asks the address before it
 * answers. One whose answer is lost may exist twice; the one that nobody knows ends by itself.
 *
 * @returns its id.
 * @throws {DirectoryError}
 */
export async function createWatch(
  graph: Graph,
  { watched, address, secret, endsAt }: WatchSetting,
): Promise<string> {
  const { id } = await graph.create(
    '/subscriptions',
    {
      changeType: 'updated,deleted',
      resource: resources[watched],
      notificationUrl: address,
      lifecycleNotificationUrl: address,
      clientState: secret,
      expirationDateTime: endsAt.toISOString(),
    },
    Made,
  )
  return guid(id).toLowerCase()
}

/**
 * Moves the end of a watch (Microsoft Graph, "Update subscription"), which also authorizes it anew.
 *
 * @returns false where there is no such watch any more.
 * @throws {DirectoryError}
 */
export async function renewWatch(graph: Graph, watchId: string, endsAt: Date): Promise<boolean> {
  return graph.update(`/subscriptions/${guid(watchId)}`, {
    expirationDateTime: endsAt.toISOString(),
  })
}
