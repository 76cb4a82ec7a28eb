import type { PersonId } from '@foyer/contracts/ids'
import { sql } from 'kysely'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { StoreError } from '../../src/store/store-error.ts'
import { openStore } from '../../src/store/store.ts'
import { type Cluster, findPostgres, startCluster } from '../support/cluster.ts'
import { jwkOf, keySet, makeKey, startIssuer } from '../support/issuer.ts'
import { authority, contoso, foyerFile, makeFolder, openPortal } from '../support/portal.ts'
import { contosoId, organizations } from '../support/test-store.ts'

let cluster: Cluster

// One of its own, because it is stopped.
beforeEach(async () => {
  cluster = await startCluster(findPostgres() ?? '')
})
afterEach(async () => cluster[Symbol.asyncDispose]())

test('while PostgreSQL is away the process lives, is not ready, and is again when it is back', async () => {
  await using store = await openStore({
    store: { databaseUrl: cluster.url, folder: '' },
    organizations,
  })
  await using issuer = await startIssuer()
  const key = jwkOf(makeKey('one'), `${authority}/${contoso.tenantId}/v2.0`)
  issuer.publish(contoso.tenantId, keySet(key))
  await using portal = await openPortal(await makeFolder(foyerFile(issuer.url)), { store })
  const ready = async () => {
    const reply = await portal.app.inject({ url: '/readyz' })
    return [reply.statusCode, reply.json<{ status: string }>().status]
  }
  expect(await ready()).toEqual([200, 'ready'])

  await cluster.stop()
  expect(await ready()).toEqual([503, 'store-unreachable'])
  expect((await portal.app.inject({ url: '/healthz' })).statusCode).toBe(200)
  await expect(store.asOrganization(contosoId, async () => 'in')).rejects.toMatchObject({
    reason: 'unreachable',
  })

  await cluster.start()
  await expect.poll(ready, { timeout: 5_000 }).toEqual([200, 'ready'])
  expect(await store.asOrganization(contosoId, async () => 'in')).toBe('in')
})

test('nobody waits for a question that hangs, and who asks afterwards is answered', async () => {
  await using store = await openStore({
    store: { databaseUrl: cluster.url, folder: '' },
    organizations,
  })
  const somebody = '00000000-0000-4000-8000-000000000001' as PersonId
  const ask = async () => store.recall('me', contosoId, somebody)
  await store.database.transaction().execute(async (transaction) => {
    await sql`LOCK TABLE organization_profile`.execute(transaction)
    const asked = await Promise.allSettled(Array.from({ length: 40 }, ask))
    const reasons = asked.map(
      (each) => each.status === 'rejected' && (each.reason as StoreError).reason,
    )
    expect(new Set(reasons)).toEqual(new Set(['unreachable']))
  })
  expect(await ask()).toBeUndefined()
})

test('nothing starts with a role that may not make tables, nor while PostgreSQL is away', async () => {
  const open = async (databaseUrl: string) =>
    openStore({ store: { databaseUrl, folder: '' }, organizations })
  const foreign = cluster.url.replace('/foyer?', '/postgres?')
  await expect(open(foreign)).rejects.toThrow(
    'the database role foyer may not make tables in the schema public: it must own the database',
  )
  await cluster.stop()
  await expect(open(cluster.url)).rejects.toThrow('the store cannot be reached')
})

test('a process that is ended just after its start does not wait for the connection it was making', async () => {
  await using store = await openStore({
    store: { databaseUrl: cluster.url, folder: '' },
    organizations,
  })
  // How far the connection has come is another thing each time.
  for (let turns = 0; turns < 24; turns += 2) {
    const listening = await store.listen(() => {})
    for (let turn = 0; turn < turns; turn += 1) await new Promise(setImmediate)
    await listening[Symbol.asyncDispose]()
  }
  expect(await store.asOrganization(contosoId, async () => 'in')).toBe('in')
})
