import type { Store } from '../store/store.ts'
import { traced, type Tracing } from './tracing.ts'

/** The same store, each of whose transactions is a span. */
export function traceStore(store: Store, tracing: Tracing): Store {
  return {
    ...store,
    asOrganization: async (organizationId, work) =>
      traced(tracing, 'store transaction', { 'foyer.organization_id': organizationId }, async () =>
        store.asOrganization(organizationId, work),
      ),
    recall: async (what, organizationId, personId) =>
      traced(
        tracing,
        `store recall ${what}`,
        { 'foyer.organization_id': organizationId },
        async () => store.recall(what, organizationId, personId),
      ),
  }
}
