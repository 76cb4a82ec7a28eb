import { sql } from 'kysely'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { readRoot, type Root, signRoot } from '../../src/journal/root.ts'
import { verifyJournal } from '../../src/journal/verify.ts'
import type { SigningKeys } from '../../src/signing/signing-keys.ts'
import { graceId, omarId } from '../support/entries.ts'
import { length, openSignedJournal, type SignedJournal } from '../support/signed-journal.ts'
import { makeSigningKeys } from '../support/signing.ts'
import { tamper } from '../support/tampering.ts'
import { contosoId, fabrikamId } from '../support/test-store.ts'

let opened: SignedJournal
let keys: SigningKeys
let mailed: readonly Root[]

beforeAll(async () => {
  opened = await openSignedJournal()
  ;({ keys, mailed } = opened)
}, 120_000)
afterEach(async () => opened.putBack())
afterAll(async () => opened[Symbol.asyncDispose]())

/** What is found, as position and kind. */
async function findings(known: readonly Root[] = mailed): Promise<(readonly [number, string])[]> {
  const verified = await verifyJournal(opened.store, contosoId, { keys, mailed: known })
  return verified.findings.map(({ position, what }) => [position, what] as const)
}

test('nothing is wrong with a journal that was only appended to, nor with an empty one', async () => {
  expect(await verifyJournal(opened.store, contosoId, { keys, mailed })).toEqual({
    entries: length,
    roots: 2,
    findings: [],
    more: 0,
  })
  expect(await verifyJournal(opened.store, fabrikamId, { keys })).toMatchObject({
    entries: 0,
    findings: [],
  })
})

const flipped = (column: string) => `set_byte(${column}, 3, get_byte(${column}, 3) # 1)`
const altered = [[2, 'entry-altered']] as const

/** Each column of the journal, changed by as little as it can be. */
const flips: Readonly<Record<string, readonly [string, readonly (readonly [number, string])[]]>> = {
  organization_id: [`'${fabrikamId}'`, [[2, 'entry-missing']]],
  position: [
    '0',
    [
      [0, 'entry-unlinked'],
      [0, 'entry-altered'],
      [1, 'entry-unlinked'],
      [2, 'entry-missing'],
    ],
  ],
  at: [`at + interval '1 microsecond'`, altered],
  act: [`'leave-organization'`, altered],
  outcome: [`'done'`, altered],
  because: [`'last-owner '`, altered],
  actor_kind: [`'foyer'`, altered],
  actor_id: [`'${omarId}'`, altered],
  on_behalf_of: [`'${omarId}'`, altered],
  guest_id: [`NULL`, altered],
  object_id: [`'${omarId}'`, altered],
  subject_id: [`'${omarId}'`, altered],
  request_id: [`NULL`, altered],
  token_id: [`lower(token_id)`, altered],
  session_id: [`''`, altered],
  directory_request_ids: [`'{}'`, altered],
  facts: [`jsonb_set(facts, '{groupCount}', '7.0')`, altered],
  words: [flipped('words'), altered],
  previous_hash: [
    flipped('previous_hash'),
    [
      [2, 'entry-unlinked'],
      [2, 'entry-altered'],
    ],
  ],
  hash: [
    flipped('hash'),
    [
      [2, 'entry-altered'],
      [3, 'entry-unlinked'],
    ],
  ],
}

describe('one bit is found in', () => {
  test.each(Object.entries(flips))('%s', async (column, [value, found]) => {
    await tamper(opened.store, `UPDATE journal SET ${column} = ${value} WHERE position = 2`)
    expect(await findings()).toEqual(found)
  })

  test('every column that there is', async () => {
    const { rows } = await sql<{ name: string }>`
      SELECT column_name AS name FROM information_schema.columns
      WHERE table_name = 'journal'`.execute(opened.store.database)
    expect(Object.keys(flips).toSorted()).toEqual(rows.map(({ name }) => name).toSorted())
  })

  test.each([
    [`facts || '{"more": 1}'`],
    [`facts - 'groupCount'`],
    [`'{}'`],
    [`'[]'`],
    [`jsonb_set(facts, '{groupCount}', '7.0000000000000000000001')`],
    [`jsonb_set(facts, '{of,a}', '"-3"')`],
    [`jsonb_set(facts, '{of,b}', '[null, "x", true]')`],
  ])('facts that become %s', async (value) => {
    await tamper(opened.store, `UPDATE journal SET facts = ${value} WHERE position = 2`)
    expect(await findings()).toEqual(altered)
  })
})

describe('it is told where', () => {
  test('an entry was deleted', async () => {
    await tamper(opened.store, 'DELETE FROM journal WHERE position = 2')
    expect(await findings()).toEqual([[2, 'entry-missing']])
  })

  test('many were deleted', async () => {
    await tamper(opened.store, 'DELETE FROM journal WHERE position BETWEEN 500 AND 600')
    const { findings: found } = await verifyJournal(opened.store, contosoId, { keys })
    expect(found.map(({ sentence }) => sentence)).toEqual(['entries 500 to 600 are missing'])
  })

  test('the first was deleted', async () => {
    await tamper(opened.store, 'DELETE FROM journal WHERE position = 1')
    expect(await findings()).toEqual([[1, 'entry-missing']])
  })

  test('two were swapped', async () => {
    await tamper(
      opened.store,
      `UPDATE journal SET position = -1 WHERE position = 501;
       UPDATE journal SET position = 501 WHERE position = 500;
       UPDATE journal SET position = 500 WHERE position = -1`,
    )
    expect(await findings()).toEqual([
      [500, 'entry-unlinked'],
      [500, 'entry-altered'],
      [501, 'entry-unlinked'],
      [501, 'entry-altered'],
      [502, 'entry-unlinked'],
    ])
  })

  test('the end was cut off, by the head and by the root', async () => {
    await tamper(opened.store, 'DELETE FROM journal WHERE position > 1000')
    expect(await findings()).toEqual([
      [1_001, 'entry-missing'],
      [1_203, 'root-refuted'],
    ])
  })

  test('the end was cut off together with the head, by the root', async () => {
    await tamper(opened.store, cutAt(1_000))
    expect(await findings([])).toEqual([[1_203, 'root-refuted']])
  })

  test('the end was cut off together with head and root, by the root that was mailed', async () => {
    await tamper(opened.store, `${cutAt(1_000)}; DELETE FROM journal_root WHERE position > 1000`)
    expect(await findings([])).toEqual([])
    expect(await findings()).toEqual([
      [1_203, 'root-lost'],
      [1_203, 'root-refuted'],
    ])
  })

  test.each([
    ['the head was moved back', 'position = 1000', 1_204],
    ['the head has another hash', `hash = ${flipped('hash')}`, 1_204],
  ])('%s', async (_what, change, position) => {
    await tamper(opened.store, `UPDATE journal_head SET ${change}`)
    expect(await findings()).toEqual([[position, 'head-differs']])
  })

  test('the head is gone', async () => {
    await tamper(opened.store, 'DELETE FROM journal_head')
    expect(await findings()).toEqual([[1_204, 'head-differs']])
  })

  test.each([
    ['day', `day = '2026-11-23'`],
    ['position', 'position = 2'],
    ['hash', `hash = ${flipped('hash')}`],
  ])('the %s of a root was altered', async (_column, change) => {
    await tamper(opened.store, `UPDATE journal_root SET ${change} WHERE day = '2026-11-24'`)
    expect(await findings()).toEqual([[3, 'root-altered']])
  })

  test('what was signed was altered', async () => {
    await tamper(opened.store, `UPDATE journal_root SET signed = replace(signed, 'eyJ', 'eyK')`)
    expect(await findings([])).toEqual([
      [3, 'root-unsigned'],
      [1_203, 'root-unsigned'],
    ])
  })

  test('the root of another organization stands in its place', async () => {
    const [root] = mailed as [Root]
    const foreign = await signRoot(keys, { ...root, organization: fabrikamId })
    await tamper(opened.store, `UPDATE journal_root SET signed = '${foreign}' WHERE position = 3`)
    expect(await findings([])).toEqual([[3, 'root-unsigned']])
  })
})

describe('a chain that was rewritten, with its head and without a fault in itself,', () => {
  test('is refuted by the roots that were signed', async () => {
    await opened.rewrite()
    expect(await findings([])).toEqual([
      [3, 'root-refuted'],
      [1_203, 'root-refuted'],
    ])
  }, 60_000)

  test('is refuted where the roots were signed anew by somebody else', async () => {
    await opened.rewrite()
    await opened.signAnew(await makeSigningKeys())
    expect(await findings([])).toEqual([
      [3, 'root-unsigned'],
      [1_203, 'root-unsigned'],
    ])
  }, 60_000)

  test('is refuted by the roots that were mailed, even where Foyer’s own key was stolen', async () => {
    await opened.rewrite()
    await opened.signAnew(keys)
    expect(await findings([])).toEqual([])
    expect(await findings()).toEqual([
      [3, 'root-lost'],
      [1_203, 'root-lost'],
      [3, 'root-refuted'],
      [1_203, 'root-refuted'],
    ])
  }, 60_000)
})

test('findings beyond a thousand are counted and not listed', async () => {
  await tamper(opened.store, `UPDATE journal SET act = 'none'`)
  const { findings: found, more } = await verifyJournal(opened.store, contosoId, { keys })
  expect([found.length, more]).toEqual([1_000, length - 1_000])
})

test('a key that was destroyed erases words, and breaks nothing', async () => {
  await opened.store.asOrganization(contosoId, async (transaction) =>
    transaction.deleteFrom('guestKey').where('guestId', '=', graceId).execute(),
  )
  expect(await findings()).toEqual([])
})

test('a root says by itself whose journal it is of, and is nothing else that was signed', async () => {
  const [root] = mailed as [Root]
  expect(await readRoot(keys, await signRoot(keys, root))).toEqual(root)
  expect(await readRoot(keys, await keys.sign('foyer-receipt+jws', root))).toBeUndefined()
})

function cutAt(position: number): string {
  return `DELETE FROM journal WHERE position > ${position};
    UPDATE journal_head SET position = ${position},
      hash = (SELECT hash FROM journal WHERE position = ${position})`
}
