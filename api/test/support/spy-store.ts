import type { KyselyPlugin } from 'kysely'
import type { Store } from '../../src/store/store.ts'

/** The same store, which tells of each statement what kind of one it is. */
export function spyOn(store: Store, tell: (what: string) => void): Store {
  const spy: KyselyPlugin = {
    transformQuery({ node }) {
      tell(node.kind)
      return node
    },
    transformResult: async ({ result }) => result,
  }
  return {
    ...store,
    asOrganization: async (organizationId, work) => {
      tell('transaction')
      return store.asOrganization(organizationId, async (transaction) =>
        work(transaction.withPlugin(spy)),
      )
    },
    outside: async (work) => {
      tell('outside')
      return store.outside(async (handle) => work(handle.withPlugin(spy)))
    },
  }
}
