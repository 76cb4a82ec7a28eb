import type { OrganizationId } from '@foyer/contracts/ids'
import { Gauge, type Registry } from 'prom-client'
import type { Clock } from '../clock.ts'
import type { Store } from '../store/store.ts'
import { StoreError } from '../store/store-error.ts'

export interface FeedLagSetting {
  readonly store: Pick<Store, 'asOrganization'>
  readonly clock: Pick<Clock, 'now'>
  readonly organizations: readonly {
    readonly organizationId: OrganizationId
    readonly slug: string
  }[]
}

/**
 * How old the rows of each organization are, looked up whenever somebody asks for the numbers.
 * There is none for a feed that was never read to its end, and none while the store is unreachable:
 * an old number would look like a good one.
 */
export function measureFeedLag(
  registry: Registry,
  { store, clock, organizations }: FeedLagSetting,
): void {
  const lag = new Gauge({
    name: 'foyer_feed_lag_seconds',
    help: 'How old what is remembered of a directory is, by organization and feed',
    labelNames: ['organization', 'feed'],
    registers: [registry],
    async collect() {
      this.reset()
      try {
        for (const { organizationId, slug } of organizations) {
          for (const { kind, asOf } of await listFeeds(store, organizationId)) {
            if (!asOf) continue
            const seconds = (clock.now().getTime() - asOf.getTime()) / 1000
            this.set({ organization: slug, feed: kind }, Math.max(0, seconds))
          }
        }
      } catch (error) {
        if (!(error instanceof StoreError)) throw error
        this.reset()
      }
    },
  })
  lag.reset()
}

async function listFeeds(store: FeedLagSetting['store'], organizationId: OrganizationId) {
  return store.asOrganization(organizationId, async (transaction) =>
    transaction.selectFrom('feed').select(['kind', 'asOf']).execute(),
  )
}
