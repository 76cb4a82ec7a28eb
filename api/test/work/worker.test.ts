import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { addStep } from '../../src/work/add-step.ts'
import { setHalt } from '../../src/work/halt.ts'
import { listSteps } from '../../src/work/list-steps.ts'
import { retrySteps } from '../../src/work/retry.ts'
import { PutOff, type StepKind, type Urgency, urgency } from '../../src/work/step.ts'
import { startWorker, type WorkerSetting } from '../../src/work/worker.ts'
import {
  contosoId,
  fabrikamId,
  openTestStore,
  organizations,
  type TestStore,
} from '../support/test-store.ts'

let opened: TestStore
const silent = { info() {}, warn() {}, error() {} } as unknown as WorkerSetting['log']

beforeAll(async () => {
  opened = await openTestStore()
})
afterEach(async () => {
  await setHalt(opened.store, undefined)
  await opened.store.outside(async (handle) => handle.deleteFrom('step').execute())
})
afterAll(async () => opened[Symbol.asyncDispose]())

function work(run: StepKind['run'], setting: Partial<WorkerSetting> = {}) {
  const given: string[] = []
  const kind: StepKind = {
    kind: 'errand',
    run,
    giveUp: async (_, __, because) => void given.push(because),
  }
  const worker = startWorker({
    store: opened.store,
    organizations,
    kinds: [kind],
    log: silent,
    ...setting,
  })
  return Object.assign(worker, { given })
}

async function add(
  organizationId: typeof contosoId = contosoId,
  urgent: Urgency = urgency.awaited,
  subjectId: string = randomUUID(),
) {
  const step = { organizationId, kind: 'errand', subjectId, key: subjectId, urgency: urgent }
  await opened.store.asOrganization(organizationId, async (own) => addStep(own, step))
  return subjectId
}

async function hurry() {
  await opened.store.outside(async (handle) =>
    sql`UPDATE step SET due_at = clock_timestamp() WHERE state = 'waiting'`.execute(handle),
  )
}

const states = async () =>
  opened.store.outside(async (handle) =>
    handle.selectFrom('step').select(['state', 'because', 'attempts']).execute(),
  )

test('what meets a fault five times is dead, with its reason, until somebody has it tried again', async () => {
  let isMended = false
  await using worker = work(async (step) => {
    if (!isMended) throw new Error('a mistake of ours')
    await step.finish(async () => {})
  })
  await add()
  for (let round = 0; round < 6; round += 1) {
    await hurry()
    await worker.settle()
  }
  expect(await states()).toEqual([{ state: 'dead', because: 'fault', attempts: 5 }])
  expect(worker.given).toEqual(['fault'])
  const { steps, count } = await listSteps(opened.store, [contosoId], 'dead')
  expect([count, steps[0]?.because]).toEqual([1, 'fault'])

  isMended = true
  expect(await retrySteps(opened.store, { organizationId: fabrikamId })).toBe(0)
  expect(await retrySteps(opened.store, { organizationId: contosoId })).toBe(1)
  await worker.settle()
  expect(await states()).toEqual([{ state: 'done', because: null, attempts: 1 }])
})

test('a step that returns without its end was not ended', async () => {
  await using worker = work(async () => {})
  await add()
  await worker.settle()
  expect(await states()).toMatchObject([{ state: 'waiting', because: 'fault' }])
})

test('what nobody knows how to do waits, and says so', async () => {
  await using worker = work(async () => {}, { kinds: [] })
  await add()
  await worker.settle()
  expect(await states()).toMatchObject([{ state: 'waiting', because: 'fault' }])
})

test('trouble of others is waited for as long as they ask, and for a day at most', async () => {
  await using worker = work(async () => {
    throw new PutOff('directory-busy', { waitMs: 90_000 })
  })
  await add()
  await worker.settle()
  const [wait] = await opened.store.outside(async (handle) =>
    sql<{
      seconds: number
    }>`SELECT extract(epoch FROM due_at - clock_timestamp())::float8 AS seconds
      FROM step`
      .execute(handle)
      .then(({ rows }) => rows),
  )
  expect(wait?.seconds).toBeGreaterThan(80)
  await opened.store.outside(async (handle) =>
    sql`UPDATE step SET made_at = clock_timestamp() - interval '25 h'`.execute(handle),
  )
  await using tomorrow = work(async () => {
    throw new PutOff('directory-busy', { waitMs: 90_000 })
  })
  await hurry()
  await tomorrow.settle()
  expect(await states()).toMatchObject([{ state: 'dead', because: 'directory-busy' }])
})

test('while all work is halted nothing begins, and what has begun writes nothing more', async () => {
  const begun = Promise.withResolvers<void>()
  const release = Promise.withResolvers<void>()
  let writes = 0
  await using worker = work(async (step) => {
    begun.resolve()
    await release.promise
    await step.note(async () => void (writes += 1))
    await step.finish(async () => {})
  })
  await add()
  await begun.promise
  await setHalt(opened.store, 'somebody looks')
  await add()
  release.resolve()
  await worker.settle()
  expect(writes).toBe(0)
  expect(
    (await states()).map(({ attempts }) => attempts).toSorted((one, other) => one - other),
  ).toEqual([0, 1])
  expect((await listSteps(opened.store, [contosoId], 'waiting')).halt).toBe('somebody looks')

  await setHalt(opened.store, undefined)
  await opened.store.outside(async (handle) =>
    sql`UPDATE step SET leased_until = clock_timestamp()`.execute(handle),
  )
  await worker.settle()
  expect((await states()).map(({ state }) => state)).toEqual(['done', 'done'])
})

test('what is let go on goes on at once, and not when somebody looks next', async () => {
  const begun = Promise.withResolvers<void>()
  await setHalt(opened.store, 'somebody looks')
  await add()
  await using worker = work(
    async (step) => {
      begun.resolve()
      await step.finish(async () => {})
    },
    { lookMs: 3_600_000 },
  )
  await worker.settle()
  expect((await states()).map(({ attempts }) => attempts)).toEqual([0])
  await setHalt(opened.store, undefined)
  await begun.promise
  await worker.settle()
  expect((await states()).map(({ state }) => state)).toEqual(['done'])
})

test('a directory of Fabrikam that hangs delays nobody of Contoso', async () => {
  const release = Promise.withResolvers<void>()
  const done = Promise.withResolvers<void>()
  await using worker = work(async (step) => {
    if (step.organizationId === fabrikamId) await release.promise
    await step.finish(async () => {})
    if (step.organizationId === contosoId) done.resolve()
  })
  for (let at = 0; at < 20; at += 1) await add(fabrikamId)
  await add(contosoId)
  await done.promise
  expect((await states()).filter(({ state }) => state === 'done')).toHaveLength(1)
  release.resolve()
  await worker.settle()
})

test('whoever waits has a place, however much there is that nobody waits for', async () => {
  const release = Promise.withResolvers<void>()
  const done = Promise.withResolvers<void>()
  const awaited = randomUUID()
  await using worker = work(async (step) => {
    if (step.subjectId !== awaited) await release.promise
    await step.finish(async () => {})
    if (step.subjectId === awaited) done.resolve()
  })
  for (let at = 0; at < 30; at += 1) await add(contosoId, urgency.patient)
  await add(contosoId, urgency.awaited, awaited)
  await done.promise
  expect((await states()).filter(({ state }) => state === 'done')).toHaveLength(1)
  release.resolve()
  await worker.settle()
})

test('a worker that hardly ever looks is woken by each step that comes', async () => {
  let runs = 0
  const ran = [Promise.withResolvers<void>(), Promise.withResolvers<void>()]
  await using worker = work(
    async (step) => {
      await step.finish(async () => {})
      ran[runs]?.resolve()
      runs += 1
    },
    { lookMs: 3_600_000 },
  )
  await worker.settle()
  for (const each of ran) {
    await add()
    await each.promise
  }
  expect(runs).toBe(2)
})

test('two workers do each of a hundred steps once', async () => {
  const runs: string[] = []
  const run: StepKind['run'] = async (step) => {
    await step.finish(async () => {})
    runs.push(step.subjectId)
  }
  const expected = await Promise.all(Array.from({ length: 100 }, async () => add()))
  await using one = work(run)
  await using other = work(run)
  await Promise.all([one.settle(), other.settle()])
  await one.settle()
  expect(runs.toSorted()).toEqual(expected.toSorted())
})

test('a step that was added twice is one', async () => {
  const subjectId = await add()
  await add(contosoId, urgency.awaited, subjectId)
  expect(await states()).toHaveLength(1)
})
