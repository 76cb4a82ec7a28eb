import { AsyncLocalStorage } from 'node:async_hooks'
import { setTimeout as sleep } from 'node:timers/promises'
import type { OrganizationId } from '@foyer/contracts/ids'
import { CamelCasePlugin, Kysely, sql, type Transaction } from 'kysely'
import { ConfigurationError } from '../configuration/configuration-error.ts'
import type { StorePlace } from '../configuration/store-place.ts'
import { appRole } from './app-role.ts'
import { keepOrganizations, type KeptOrganization } from './connected-organizations.ts'
import type { Database } from './database.ts'
import { openEmbedded } from './embedded.ts'
import { measureFreeBytes, type MeasureFreeBytes } from './free-space.ts'
import { migrate } from './migrate.ts'
import { openPostgres } from './postgres.ts'
import { createRecall, type Recall } from './recall-together.ts'
import { StoreError, storeErrorOf } from './store-error.ts'
import type { Tables } from './tables.ts'

/** What Foyer remembers. Nothing can be asked of it but in a transaction of one organization. */
export interface Store extends AsyncDisposable {
  readonly kind: Database['kind']
  /**
   * Works on the rows of one organization, in one transaction that is taken back if `work` throws.
   * Within it only its own handle is used, and nothing leaves the process.
   *
   * @throws {StoreError}
   */
  asOrganization<T>(
    organizationId: OrganizationId,
    work: (transaction: Transaction<Tables>) => Promise<T>,
  ): Promise<T>
  /**
   * What a function of the schema remembers of one person, who is in that organization only, for the
   * pages that are opened most: a single statement for all who are asked about in the same moment.
   *
   * @throws {StoreError}
   */
  readonly recall: Recall
  /**
   * One statement on what names nobody and stands outside of all organizations.
   *
   * @throws {StoreError}
   */
  outside<T>(work: (handle: Kysely<Outside>) => Promise<T>): Promise<T>
  /**
   * Calls whenever somebody tells of a new step, and sometimes not: who listens also looks.
   *
   * @throws {StoreError}
   */
  listen(onNotice: () => void): Promise<AsyncDisposable>
  /** Whether the database answers within the given milliseconds, and takes writes. */
  probe(withinMs?: number): Promise<'writable' | 'read-only' | 'unreachable'>
}

/** The tables that name nobody. */
export type Outside = Pick<Tables, 'organization' | 'step' | 'link' | 'halt' | 'allowance'>

/** A store together with the power over its schema, which no request and no step has. */
export interface OwnedStore extends Store {
  readonly database: Kysely<Tables>
}

/** What a store needs of the configuration. */
export interface StoreConfiguration {
  readonly store: StorePlace
  readonly organizations: readonly KeptOrganization[]
}

export interface StoreSetting {
  /** Of the embedded store's disk. */
  readonly measureFreeBytes?: MeasureFreeBytes
}

/**
 * Opens the store that the configuration names, and brings its schema and the rows of the
 * organizations up to date.
 *
 * @throws {ConfigurationError} in one sentence, where it cannot be opened or is not safe.
 */
export async function openStore(
  { store: place, organizations }: StoreConfiguration,
  setting: StoreSetting = {},
): Promise<OwnedStore> {
  const store = await openUnmigrated(place, setting)
  try {
    await migrate(store.database)
    await keepOrganizations(store.database, organizations)
    return store
  } catch (error) {
    await store[Symbol.asyncDispose]()
    const cause = storeErrorOf(error)
    if (!(cause instanceof StoreError)) throw error
    throw new ConfigurationError(cause.message, { cause })
  }
}

/** The store as it stands, for whoever migrates it. */
export async function openUnmigrated(
  { databaseUrl, folder }: StorePlace,
  { measureFreeBytes: measure = measureFreeBytes }: StoreSetting = {},
): Promise<OwnedStore> {
  const home = databaseUrl ? openPostgres(databaseUrl) : await openEmbedded(folder, measure)
  const database = new Kysely<Tables>({
    dialect: home.dialect,
    plugins: [new CamelCasePlugin({ maintainNestedObjectKeys: true })],
  })
  const recall = createRecall(home)
  const under = new AsyncLocalStorage<{ isOpen: boolean }>()

  /** PGlite has one connection: a second transaction inside of one would wait for ever. */
  function refuseInside(): void {
    if (!under.getStore()?.isOpen) return
    throw new StoreError('inside-transaction', 'inside a transaction only its own handle is used')
  }

  async function probe(): Promise<'writable' | 'read-only'> {
    refuseInside()
    await sql`SELECT 1`.execute(database)
    return (await home.hasRoom()) ? 'writable' : 'read-only'
  }

  return {
    kind: home.kind,
    database,
    async asOrganization(organizationId, work) {
      refuseInside()
      const mayWrite = await home.hasRoom()
      const current = { isOpen: true }
      try {
        return await database.transaction().execute(async (transaction) => {
          await enter(transaction, organizationId, mayWrite)
          return under.run(current, work, transaction)
        })
      } catch (error) {
        throw storeErrorOf(error)
      } finally {
        current.isOpen = false
      }
    },
    async recall(what, organizationId, personId) {
      refuseInside()
      try {
        return await recall(what, organizationId, personId)
      } catch (error) {
        throw storeErrorOf(error)
      }
    },
    async outside(work) {
      refuseInside()
      try {
        return await work(database)
      } catch (error) {
        throw storeErrorOf(error)
      }
    },
    async listen(onNotice) {
      refuseInside()
      return home.listen('step', onNotice)
    },
    async probe(withinMs = 2_000) {
      const late = new AbortController()
      const outcome = await Promise.race([
        probe().catch(() => 'unreachable' as const),
        sleep(withinMs, 'unreachable' as const, { signal: late.signal }),
      ])
      late.abort()
      return outcome
    },
    async [Symbol.asyncDispose]() {
      await database.destroy()
      await home[Symbol.asyncDispose]()
    },
  }
}

/** Everything is local to the transaction: pooled connections keep what is set for the session. */
async function enter(
  transaction: Transaction<Tables>,
  organizationId: OrganizationId,
  mayWrite: boolean,
): Promise<void> {
  const { rows } = await sql`
    SELECT set_config('role', ${appRole}, true),
      set_config('foyer.organization', organization_id::text, true),
      set_config('transaction_read_only', ${mayWrite ? 'off' : 'on'}, true),
      set_config('statement_timeout', '30s', true)
    FROM organization WHERE organization_id = ${organizationId}`.execute(transaction)
  if (rows.length === 0) {
    throw new StoreError('unknown-organization', 'the store does not know this organization')
  }
}
