import { getNamedPortals } from '@foyer/contracts/named-portals'
import type { FastifyInstance } from 'fastify'
import { mountOperation } from '../http/mount-operation.ts'

/** By what whoever gets a mail can tell that the portal is meant, where it runs under the domain. */
export function mountNamedPortals(scope: FastifyInstance, publicOrigin: string): void {
  mountOperation(scope, getNamedPortals, async () => ({ portals: [publicOrigin] }))
}
