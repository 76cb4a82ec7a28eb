import { listMyJournal } from '@foyer/contracts/journal'
import type { OrganizationId, PersonId } from '@foyer/contracts/ids'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { NewEntry } from '../../src/journal/append.ts'
import { append } from '../support/entries.ts'
import { idOf } from '../support/leaving.ts'
import { openWorld, type Slug, type Visitor, type World } from '../support/world.ts'

let world: World
let grace: Visitor
let omar: Visitor

beforeAll(async () => {
  world = await openWorld()
})
beforeEach(async () => {
  world.simulator.reset()
  grace = await world.enter('grace@adatum.com')
  omar = await world.enter('omar@outlook.example')
})
afterAll(async () => world[Symbol.asyncDispose]())

/** Somebody did something at an organization. */
async function remember(
  visitor: Visitor,
  different: Partial<NewEntry> = {},
  slug: Slug = 'contoso',
): Promise<void> {
  const guestId = idOf(visitor) as PersonId
  await append(world.portal.store, {
    organizationId: world.tenantIdOf(slug) as OrganizationId,
    guestId,
    actor: { kind: 'guest', id: guestId },
    ...different,
  })
}

async function groupsOf(visitor: Visitor): Promise<unknown[]> {
  const { status, body } = await visitor.call(listMyJournal, { query: {} })
  expect(status).toBe(200)
  return (body['entries'] as { group?: string }[]).map(({ group }) => group)
}

const named = (group: string) => ({
  words: { guest: 'Grace Adeyemi', organization: 'Contoso', group },
})

test('Grace reads what was done, by whom, when and why not, the newest first', async () => {
  await remember(grace)
  await remember(grace, { outcome: 'refused', because: 'group-last-owner', requestId: undefined })
  const { body } = await grace.call(listMyJournal, { query: {} })
  expect(body['entries']).toMatchObject([
    { outcome: 'refused', because: 'group-last-owner' },
    {
      at: '2026-11-25T14:05:00.123Z',
      act: 'leave-group',
      outcome: 'done',
      actor: { kind: 'guest', name: 'Grace Adeyemi' },
      group: 'Tender 2026',
      isErased: false,
      requestId: '4e900000-0000-4000-8000-000000000001',
    },
  ])
  expect(JSON.stringify(body)).not.toContain('Jw3-ABcd_EF')
})

test('nobody reads what was done about somebody else, nor at another organization', async () => {
  const atFabrikam = await world.enter('grace@adatum.com', 'fabrikam')
  await remember(omar, named('Omar’s group'))
  await remember(grace, named('Grace’s group'))
  await remember(atFabrikam, named('Fabrikam’s group'), 'fabrikam')
  // What was done for another guest is that guest's to read.
  await remember(omar, { actor: { kind: 'guest', id: idOf(grace) }, ...named('For Omar') })
  const own = await groupsOf(grace)
  expect(own).toContain('Grace’s group')
  expect(own).not.toContain('Omar’s group')
  expect(own).not.toContain('For Omar')
  expect(own).not.toContain('Fabrikam’s group')
  expect(await groupsOf(atFabrikam)).toEqual(['Fabrikam’s group'])
})

test('a long record is read page by page, each entry once', async () => {
  const lena = await world.enter('lena@atelier-vogel.example')
  for (let at = 1; at <= 120; at++) await remember(lena, named(`Group ${at}`))
  const read: unknown[] = []
  const lengths: number[] = []
  let cursor: string | undefined
  do {
    const { body } = await lena.call(listMyJournal, { query: cursor ? { cursor } : {} })
    const entries = body['entries'] as { group?: string }[]
    read.push(...entries.map(({ group }) => group))
    lengths.push(entries.length)
    cursor = body['cursor'] as string | undefined
  } while (cursor)
  expect(lengths).toEqual([50, 50, 20])
  expect(read).toEqual(Array.from({ length: 120 }, (_, at) => `Group ${120 - at}`))
})

test('a cursor is of no use to anybody else, nor at another organization', async () => {
  for (let at = 0; at < 51; at++) await remember(grace)
  const { body } = await grace.call(listMyJournal, { query: {} })
  const cursor = String(body['cursor'])
  const atFabrikam = await world.enter('grace@adatum.com', 'fabrikam')
  const shifted = cursor.replace(/^\d+/, '9')
  for (const [visitor, used] of [
    [omar, cursor],
    [atFabrikam, cursor],
    [grace, shifted],
    [grace, 'first'],
    [grace, ''],
  ] as const) {
    const answer = await visitor.call(listMyJournal, { query: { cursor: used } })
    expect(answer).toMatchObject({ status: 400, body: { code: 'invalid-request' } })
  }
  expect((await grace.call(listMyJournal, { query: { cursor } })).status).toBe(200)
})

test('what was erased is said to be erased, and that it was done stays', async () => {
  const pierre = await world.enter('pierre@marchand.example', 'fabrikam')
  await remember(pierre, named('Harbour Drawings'), 'fabrikam')
  await world.portal.store.asOrganization(
    world.tenantIdOf('fabrikam') as OrganizationId,
    async (transaction) =>
      transaction
        .deleteFrom('guestKey')
        .where('guestId', '=', idOf(pierre) as PersonId)
        .execute(),
  )
  const { body } = await pierre.call(listMyJournal, { query: {} })
  const [entry] = body['entries'] as Record<string, unknown>[]
  expect(entry).toMatchObject({ outcome: 'done', isErased: true, actor: { kind: 'guest' } })
  expect(entry).not.toHaveProperty('group')
  expect(JSON.stringify(body)).not.toContain('Grace')
})

test('whom the organization has removed reads nothing any more', async () => {
  await remember(grace)
  await world.changeDirectory('DELETE', `/users/${idOf(grace)}`)
  const answer = await grace.call(listMyJournal, { query: {} })
  expect(answer).toMatchObject({ status: 403, body: { code: 'no-longer-here' } })
})
