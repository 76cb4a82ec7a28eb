import { cp } from 'node:fs/promises'
import { afterAll, inject } from 'vitest'
import { keepOrganizations } from '../../src/store/connected-organizations.ts'
import { openStore, type OwnedStore, type StoreConfiguration } from '../../src/store/store.ts'
import { makePlace } from './place.ts'

const opened = new AsyncDisposableStack()
let store: Promise<OwnedStore> | undefined

afterAll(async () => opened.disposeAsync())

/** The one store of a test file, which knows the organizations of whoever asked last. */
export async function shareStore({
  organizations,
}: Pick<StoreConfiguration, 'organizations'>): Promise<OwnedStore> {
  store ??= openFirst(organizations)
  await keepOrganizations((await store).database, organizations)
  return store
}

async function openFirst(organizations: StoreConfiguration['organizations']) {
  const place = opened.use(await makePlace())
  const migrated = inject('migratedStore')
  if (migrated) await cp(migrated, place.store.folder, { recursive: true })
  return opened.use(await openStore({ store: place.store, organizations }))
}
