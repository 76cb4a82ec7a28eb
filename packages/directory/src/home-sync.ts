import { Type } from 'typebox'
import type { Graph } from './graph.ts'
import { maybe } from './graph-shape.ts'
import { whereReadable } from './readable.ts'
import { guid } from './reference-url.ts'

const IdentitySynchronization = Type.Object({
  userSyncInbound: maybe(Type.Object({ isSyncAllowed: maybe(Type.Boolean()) })),
})

/**
 * Whether the organization lets a home tenant synchronize people into it, so that somebody who left
 * may be made again; undefined where that cannot be read. It explains and decides nothing.
 * After Microsoft Graph, "Get crossTenantIdentitySyncPolicyPartner".
 */
export async function findHomeSync(
  graph: Graph,
  homeTenantId: string,
): Promise<boolean | undefined> {
  const path = `/policies/crossTenantAccessPolicy/partners/${guid(homeTenantId)}/identitySynchronization`
  const answer = await whereReadable(
    graph.read(path, IdentitySynchronization).then((partner) => ({ partner })),
  )
  return answer && answer.partner?.userSyncInbound?.isSyncAllowed === true
}
