import { extendGuests } from '@foyer/contracts/bulk-extension'
import { answerDoubt, doubtGuest, withdrawDoubt } from '@foyer/contracts/doubt'
import { endAccess, stopEnding } from '@foyer/contracts/ending'
import { declareEndOwner, endException, makeException } from '@foyer/contracts/exception'
import { attestGuest, extendGuest } from '@foyer/contracts/guest'
import type { OrganizationId, PersonId } from '@foyer/contracts/ids'
import type { Operation } from '@foyer/contracts/operation'
import { answerStayRequest, askToStay, withdrawStayRequest } from '@foyer/contracts/stay'
import {
  answerSuccession,
  askForSponsor,
  openSuccession,
  withdrawSuccession,
} from '@foyer/contracts/succession'
import { addDays, type Day, dayOf, earlierOf } from '@foyer/lifecycle/calendar'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { usualRateLimits } from '../src/http/rate-limit.ts'
import type { Answer } from './support/call.ts'
import { createRandom } from './support/churn.ts'
import { underPolicy, type UnderPolicy } from './support/under-policy.ts'
import { openWorld, type Slug, type World } from './support/world.ts'

// Everybody tries everything with everybody, in no order. Whatever comes of it: nobody is moved beyond
// the policy, and nobody is touched but by those who answer for them.

const seed = Number(process.env['ACTS_SEED'] ?? 2)
const acts = 180
const policy = {
  accessDays: 30,
  longestExtensionDays: 90,
  longestTotalDays: 150,
  reminderDays: [14, 1],
}
const dayMs = 24 * 60 * 60_000

type Actor = readonly [mail: string, slug: Slug]
const guests: readonly Actor[] = [
  ['grace@adatum.com', 'contoso'],
  ['omar@outlook.example', 'contoso'],
  ['rosa@adatum.com', 'contoso'],
]
const colleagues: readonly Actor[] = [
  ['sam@contoso.com', 'contoso'],
  ['sam@contoso.com', 'contoso'],
  ['noor@contoso.com', 'contoso'],
  ['ada@contoso.com', 'contoso'],
  ['jonas@contoso.com', 'contoso'],
]
const others: readonly Actor[] = [
  ['ines@fabrikam.com', 'fabrikam'],
  ['tom@contoso.com', 'contoso'],
  ['yuki@adatum.com', 'contoso'],
]
const operators = ['ada@contoso.com', 'jonas@contoso.com']
const nobody = '00000000-0000-4000-8000-00000000dead' as PersonId

let world: World
let contoso: UnderPolicy
let organizationId: OrganizationId
let managedFrom: Day
let everybody: readonly User[]

interface User {
  readonly id: PersonId
  readonly mail: string | null
  readonly userType: string
}

beforeAll(async () => {
  world = await openWorld({
    world: 'optimist',
    rateLimits: { ...usualRateLimits, callerPerMinute: 10_000 },
  })
  contoso = underPolicy(world)
  organizationId = world.tenantIdOf('contoso') as OrganizationId
  managedFrom = today()
  await contoso.begin()
  await contoso.decide(policy)
  world.simulator.scopeRoles('contoso')
  const listed = await world.graph<{ value: User[] }>('/users?$select=id,mail,userType&$top=999')
  everybody = listed.value
})
afterAll(async () => world[Symbol.asyncDispose]())

const today = () => dayOf(world.portal.clock.now(), 'UTC')
const idOf = (mail: string) => everybody.find((each) => each.mail === mail)?.id

/** What Foyer keeps of each guest that somebody's act can change, as text. */
async function readTraces(): Promise<Map<string, PersonId>> {
  const { rows } = await world.portal.store.asOrganization(organizationId, async (transaction) =>
    sql<{ guestId: PersonId; trace: string }>`
      SELECT guest_id, 'term ' || jsonb_build_array(end_date, end_set_at, end_set_by, confirmed_at,
        confirmed_by, except_until, end_owner)::text AS trace
        FROM term WHERE jsonb_build_array(end_date, confirmed_at, except_until, end_owner)
          <> '[null, null, null, null]'
      UNION ALL SELECT guest_id, 'ending ' || ending_id || state FROM ending
      UNION ALL SELECT guest_id, 'doubt ' || doubt_id || state FROM doubt
      UNION ALL SELECT guest_id, 'stay ' || stay_request_id || state FROM stay_request
      UNION ALL SELECT guest_id, 'succession ' || succession_id || state FROM succession
      UNION ALL SELECT guest_id, 'ask ' || ask_id || state FROM succession_ask`.execute(
      transaction,
    ),
  )
  return new Map(rows.map(({ guestId, trace }) => [trace, guestId]))
}

async function readEnds(): Promise<Map<PersonId, Day>> {
  const { rows } = await world.portal.store.asOrganization(organizationId, async (transaction) =>
    sql<{ guestId: PersonId; endDate: Day }>`
      SELECT guest_id, end_date FROM term WHERE end_date IS NOT NULL`.execute(transaction),
  )
  return new Map(rows.map(({ guestId, endDate }) => [guestId, endDate]))
}

async function sponsorsOf(guestId: PersonId): Promise<readonly string[]> {
  const path = `/users/${guestId}/sponsors?$select=id`
  return (await world.graph<{ value: { id: string }[] }>(path)).value.map(({ id }) => id)
}

/** Whom a guest's place may be given to: those who are asked about it. */
async function askedOf(guestId: PersonId): Promise<readonly string[]> {
  const rows = await world.portal.store.asOrganization(organizationId, async (transaction) =>
    transaction
      .selectFrom('successionAsk')
      .select('candidateId')
      .where('guestId', '=', guestId)
      .execute(),
  )
  return rows.map(({ candidateId }) => candidateId)
}

/** As a page does it: where a sign-in from just now is wanted, once more with one. */
async function call(
  mail: string,
  slug: Slug,
  operation: Operation,
  input: { readonly params?: object; readonly body?: object; readonly key?: string },
): Promise<Answer> {
  const send = async (body = input.body) =>
    (await world.enter(mail, slug)).call(operation, {
      ...input,
      ...(body ? { body } : {}),
    })
  const first = await send()
  if (first.body['code'] !== 'sign-in-too-old') return first
  return send({ ...input.body, challenge: first.body['challenge'] })
}

type Try = () => Promise<Answer>

/** Mostly something that is theirs to do, of somebody about whom something is happening. */
function chooseAct(below: (most: number) => number, usual: readonly Actor[]) {
  const pick = <T>(of: readonly T[]) => of[below(of.length)] as T
  const usually = pick([usual, usual, guests, colleagues, others])
  const [mail, slug] = pick(usually)
  const anybody = () => (below(12) === 0 ? nobody : pick(everybody).id)
  const guestId = below(3) > 0 ? pick(guestsOfSam) : anybody()
  const params = { guestId }
  const until = addDays(today(), pick([-1, 0, 1, 20, 60, 89, 90, 91, 120, 400]))
  const reason = 'The harbour drawings go on'
  const of = (operation: Operation, input: Parameters<typeof call>[3]) => async () =>
    call(mail, slug, operation, input)
  const ofGuests = [
    () => of(askToStay, { body: { until, reason } }),
    () => of(withdrawStayRequest, {}),
    () => of(answerDoubt, { body: { reason } }),
    () => of(askForSponsor, { body: { note: reason } }),
  ]
  const ofColleagues = [
    () => of(extendGuest, { params, body: { until, reason } }),
    () => of(extendGuest, { params, body: { until, reason } }),
    () => of(attestGuest, { params }),
    () =>
      of(extendGuests, {
        body: { guestIds: [...new Set([guestId, anybody(), anybody()])], until, reason },
        key: `acts-of-everybody-${below(1_000_000_000)}`,
      }),
    () => of(answerStayRequest, { params, body: { until, note: reason } }),
    () => of(answerStayRequest, { params, body: { note: 'No longer' } }),
    () => of(doubtGuest, { params }),
    () => of(withdrawDoubt, { params }),
    () => of(makeException, { params, body: { until, reason } }),
    () => of(endException, { params }),
    () => of(declareEndOwner, { params, body: { owner: pick(['home-sync', null]) } }),
    () => of(endAccess, { params, body: { reason } }),
    () => of(stopEnding, { params }),
    () => of(openSuccession, { params, body: { cause: 'not-my-guest' } }),
    () => of(openSuccession, { params, body: { cause: 'handed-over', to: 'noor@contoso.com' } }),
    () => of(withdrawSuccession, { params }),
    () => async () => {
      const asks = await world.portal.store.asOrganization(organizationId, async (transaction) =>
        transaction.selectFrom('successionAsk').select('successionId').execute(),
      )
      const successionId = asks.length > 0 ? pick(asks).successionId : nobody
      return call(mail, slug, answerSuccession, {
        params: { successionId },
        body: { accepts: below(4) > 0 },
      })
    },
  ]
  const attempt: Try = pick<() => Try>(usual === guests ? ofGuests : ofColleagues)()
  return { mail, slug, attempt }
}

let guestsOfSam: readonly PersonId[] = []

test(`whatever everybody tries, a guest moves within the policy, and by their own people (ACTS_SEED=${seed})`, async () => {
  const below = createRandom(seed)
  const listed = await contoso.listOf(await world.enter('sam@contoso.com'))
  guestsOfSam = listed.map(({ guestId }) => guestId)
  const done = new Map<string, number>()
  /** For whom somebody who may has ended access, or has accepted to vouch. */
  const mayBeTouched = new Set<string>()
  let bulks = 0
  let heard = (await effectsOfFoyer()).length

  for (let at = 0; at < acts; at += 1) {
    const { mail, slug, attempt } = chooseAct(below, below(4) === 0 ? guests : colleagues)
    const [traces, ends] = [await readTraces(), await readEnds()]
    const { status } = await attempt()
    expect([200, 202, 204, 400, 401, 403, 404, 409, 422, 429]).toContain(status)

    const changed = symmetricDifference(traces, await readTraces())
    const wrongs: string[] = []
    for (const [trace, guestId] of changed) {
      const [kind = ''] = trace.split(' ')
      done.set(kind, (done.get(kind) ?? 0) + 1)
      const isRight = status < 400 && (await mayChange(kind, guestId, mail, slug))
      if (!isRight) wrongs.push(`${at}: ${mail}, answered ${status}, changed ${trace}`)
      if (kind === 'ending' || kind === 'ask' || kind === 'succession') mayBeTouched.add(guestId)
    }
    wrongs.push(...(await findBeyondPolicy(ends)))

    if (below(4) === 0) {
      const settled = await settleBulks()
      bulks += settled.done
      wrongs.push(...settled.wrongs)
    }
    if (below(30) === 0) await pass((1 + below(20)) * dayMs)
    if (below(12) === 0) await changeSponsors(below)
    const effects = await effectsOfFoyer()
    for (const { what, targets } of effects.slice(heard)) {
      const { userId = nobody } = targets
      if (!mayBeTouched.has(userId)) wrongs.push(`${at}: ${what} of ${userId}`)
      if ((await countSponsors(userId)) > 5) wrongs.push(`${at}: too many sponsors of ${userId}`)
    }
    heard = effects.length
    expect(wrongs).toEqual([])
  }
  // A test in which nobody can do anything would find nothing.
  expect([...done.keys()]).toEqual(expect.arrayContaining(['term', 'ending', 'doubt']))
  expect(bulks + heard).toBeGreaterThan(0)
}, 120_000)

/** Whether somebody answers for a guest, is asked about them, or is the guest with words of their own. */
async function mayChange(kind: string, guestId: PersonId, mail: string, slug: Slug) {
  const actor = slug === 'contoso' ? idOf(mail) : undefined
  const isGuest = everybody.find(({ id }) => id === guestId)?.userType === 'Guest'
  if (!actor || !isGuest) return false
  if (actor === guestId) return ['stay', 'doubt', 'succession', 'ask'].includes(kind)
  if (operators.includes(mail)) return true
  const isAsked = kind === 'succession' || kind === 'ask'
  const may = [...(await sponsorsOf(guestId)), ...(isAsked ? await askedOf(guestId) : [])]
  return may.includes(actor)
}

/** Whoever is extended with others is so by one who answers for them when their turn comes. */
async function settleBulks(): Promise<{ done: number; wrongs: string[] }> {
  const waiting = await world.portal.store.asOrganization(organizationId, async (transaction) =>
    transaction
      .selectFrom('bulkItem')
      .innerJoin('bulk', 'bulk.bulkId', 'bulkItem.bulkId')
      .select(['itemId', 'guestId', 'askedBy'])
      .where('state', '=', 'waiting')
      .execute(),
  )
  const may = new Map<string, boolean>()
  for (const { itemId, guestId, askedBy } of waiting) {
    const answersFor: readonly string[] = await sponsorsOf(guestId)
    may.set(itemId, [...operators.map(idOf), ...answersFor].includes(askedBy))
  }
  const ends = await readEnds()
  await world.portal.settle()
  const done = await world.portal.store.asOrganization(organizationId, async (transaction) =>
    transaction
      .selectFrom('bulkItem')
      .select('itemId')
      .where('state', '=', 'done')
      .where('itemId', 'in', [nobody, ...may.keys()])
      .execute(),
  )
  const wrongs = done.filter(({ itemId }) => !may.get(itemId)).map(({ itemId }) => `item ${itemId}`)
  return { done: done.length, wrongs: [...wrongs, ...(await findBeyondPolicy(ends))] }
}

/** Of those whose end was moved. */
async function findBeyondPolicy(before: ReadonlyMap<PersonId, Day>): Promise<string[]> {
  const latest = earlierOf(
    addDays(today(), policy.longestExtensionDays),
    addDays(managedFrom, policy.longestTotalDays),
  )
  return [...(await readEnds())].flatMap(([guestId, end]) => {
    const was = before.get(guestId)
    const isWithin = end <= latest && end >= today() && (was === undefined || end > was)
    return end === was || isWithin ? [] : [`${guestId}: from ${was} to ${end}, at most ${latest}`]
  })
}

async function pass(ms: number): Promise<void> {
  world.simulator.clock.advance(ms)
  await world.portal.settle()
}

/** As their administrator does it, with or without that Foyer has read it. */
async function changeSponsors(below: (most: number) => number): Promise<void> {
  const guestId = guestsOfSam[below(guestsOfSam.length)] ?? nobody
  const sponsorId = idOf(below(2) === 0 ? 'sam@contoso.com' : 'noor@contoso.com') ?? ''
  if ((await sponsorsOf(guestId)).includes(sponsorId)) {
    await world.changeDirectory('DELETE', `/users/${guestId}/sponsors/${sponsorId}/$ref`)
  } else {
    await world.changeDirectory('POST', `/users/${guestId}/sponsors/$ref`, {
      '@odata.id': `https://graph.microsoft.com/v1.0/users/${sponsorId}`,
    })
  }
  if (below(2) === 0) await contoso.sync()
}

interface Effect {
  readonly by: { readonly name: string }
  readonly what: string
  readonly targets: Readonly<Record<string, string>>
}

async function effectsOfFoyer(): Promise<readonly Effect[]> {
  const reply = await fetch(`${world.simulator.url}/simulator/effects`)
  const effects = (await reply.json()) as readonly Effect[]
  return effects.filter(({ by, what }) => by.name.startsWith('Foyer') && what !== 'mail-sent')
}

async function countSponsors(guestId: string): Promise<number> {
  const users = await world.graph<{ value: { id: string }[] }>(
    `/users?$filter=id eq '${guestId}'&$expand=sponsors($select=id)`,
  )
  const [user] = users.value as { sponsors?: readonly unknown[] }[]
  return user?.sponsors?.length ?? 0
}

function symmetricDifference<K, V>(one: ReadonlyMap<K, V>, other: ReadonlyMap<K, V>): Map<K, V> {
  const only = (these: ReadonlyMap<K, V>, those: ReadonlyMap<K, V>) =>
    [...these].filter(([key]) => !those.has(key))
  return new Map([...only(one, other), ...only(other, one)])
}
