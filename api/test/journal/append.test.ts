import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { appendToJournal } from '../../src/journal/append.ts'
import { append, entryOf, graceId, omarId, tender } from '../support/entries.ts'
import { checkChain } from '../support/journal-checker.ts'
import { contosoId, fabrikamId, openTestStore, type TestStore } from '../support/test-store.ts'

let opened: TestStore

beforeAll(async () => {
  opened = await openTestStore()
})
afterAll(async () => opened[Symbol.asyncDispose]())

async function entriesOf(organizationId: typeof contosoId) {
  return opened.store.asOrganization(organizationId, async (transaction) =>
    transaction.selectFrom('journal').selectAll().orderBy('position').execute(),
  )
}

describe('what is written down', () => {
  test('comes back as it was, and is chained as the documentation says', async () => {
    await append(opened.store, {}, { outcome: 'refused', because: 'last-owner' })
    const [first, second] = await entriesOf(contosoId)
    const { words: _words, actor, ...rest } = entryOf()
    expect(first).toMatchObject({ ...rest, actorKind: actor.kind, actorId: actor.id, position: 1 })
    expect(second).toMatchObject({ position: 2, because: 'last-owner' })
    expect(Buffer.from(second?.previousHash ?? [])).toEqual(Buffer.from(first?.hash ?? []))
    expect(await checkChain(opened.store, contosoId)).toEqual([])
  })

  test.each([
    ['names nothing but what was done', { guestId: undefined, words: undefined, facts: undefined }],
    ['names ids in capitals', { objectId: tender.toUpperCase(), guestId: graceId }],
    ['has a token id that no database keeps', { tokenId: 'a\0b', sessionId: '\ud800' }],
    [
      'has facts that no database keeps',
      { facts: { code: '\ud800\0', 'ü\u{1F44B}': 'é', '10': 1 } },
    ],
    ['has no facts', { facts: {}, directoryRequestIds: [] }],
    ['has many request ids', { directoryRequestIds: ['a,b', '{c}', '"', '', 'NULL', '\\'] }],
    ['leaves facts undefined', { facts: { gone: undefined, '-0': -0 } }],
    ['is of the first moment of a year', { at: new Date('2027-01-01T00:00:00Z') }],
    ['is of the last millisecond before', { at: new Date('2026-12-31T23:59:59.999Z') }],
  ])('%s and is chained all the same', async (_what, different) => {
    await append(opened.store, different)
    expect(await checkChain(opened.store, contosoId)).toEqual([])
  })

  test('is chained for each organization by itself', async () => {
    await append(opened.store, { organizationId: fabrikamId }, {}, { organizationId: fabrikamId })
    expect((await entriesOf(fabrikamId)).map(({ position }) => position)).toEqual([1, 2])
    expect(await checkChain(opened.store, fabrikamId)).toEqual([])
    expect(await checkChain(opened.store, contosoId)).toEqual([])
  })

  test('gets the next position, however many write at once', async () => {
    const before = (await entriesOf(contosoId)).length
    const guests = Array.from({ length: 20 }, (_, at) => (at % 2 ? graceId : omarId))
    await Promise.all(guests.map(async (guestId) => append(opened.store, { guestId })))
    const positions = (await entriesOf(contosoId)).map(({ position }) => position)
    expect(positions).toEqual(Array.from({ length: before + 20 }, (_, at) => at + 1))
    expect(await checkChain(opened.store, contosoId)).toEqual([])
  })

  test('is gone with the act, where that is taken back', async () => {
    const before = await entriesOf(contosoId)
    const taken = opened.store.asOrganization(contosoId, async (transaction) => {
      await appendToJournal(transaction, entryOf())
      throw new Error('undone')
    })
    await expect(taken).rejects.toThrow('undone')
    expect(await entriesOf(contosoId)).toEqual(before)
  })
})

describe('nothing is written down', () => {
  test('with words about nobody, whom no key could erase', async () => {
    await expect(append(opened.store, { guestId: undefined })).rejects.toThrow('words are about')
  })

  test.each([[0.1], [2 ** 53], [Number.NaN]])(
    'with the number %d, whose digits a database would choose',
    async (days) => {
      await expect(append(opened.store, { facts: { days } })).rejects.toThrow('no whole number')
    },
  )
})

const tables = ['journal', 'journal_root']
const changes = tables.flatMap((table) => [
  `UPDATE ${table} SET position = position`,
  `DELETE FROM ${table}`,
  `TRUNCATE ${table}`,
])

describe.each(changes)('%s', (statement) => {
  test('is refused to requests and steps', async () => {
    const act = opened.store.asOrganization(contosoId, async (transaction) =>
      sql.raw(statement).execute(transaction),
    )
    await expect(act).rejects.toThrow('permission denied')
  })

  test('is refused to the owner of the database', async () => {
    await expect(sql.raw(statement).execute(opened.store.database)).rejects.toThrow(
      'the journal is only appended to',
    )
  })
})
