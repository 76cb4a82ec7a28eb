import { fastify } from 'fastify'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type Days, startDaily } from '../../src/work/daily.ts'
import { urgency } from '../../src/work/step.ts'
import { openTestStore, organizations, type TestStore } from '../support/test-store.ts'

let opened: TestStore
let now: Date
let set: PromiseWithResolvers<void>
/** What happens after the clock was read, once. */
let duringLook: (() => void) | undefined

beforeEach(async () => {
  opened = await openTestStore()
  now = new Date('2026-11-25T23:30:00Z')
  set = Promise.withResolvers()
  duringLook = undefined
})
afterEach(async () => opened[Symbol.asyncDispose]())

function start(): Days {
  return startDaily({
    store: opened.store,
    clock: { now: readClock, whenSet: async () => set.promise },
    organizations,
    steps: [{ kind: 'sweeping', urgency: urgency.patient }],
    log: fastify().log,
  })
}

function readClock(): Date {
  const read = now
  const happens = duringLook
  duringLook = undefined
  happens?.()
  return read
}

function setClock(instant: string): void {
  now = new Date(instant)
  set.resolve()
  set = Promise.withResolvers()
}

async function days(): Promise<string[]> {
  const steps = await opened.store.outside(async (handle) =>
    handle.selectFrom('step').select('key').orderBy('key').execute(),
  )
  return [...new Set(steps.map(({ key }) => key))]
}

test('what a day brings is there once it is waited for, as the clock says it', async () => {
  await using daily = start()
  await daily.settle()
  expect(await days()).toEqual(['sweeping:2026-11-25'])
  setClock('2026-11-26T23:30:00Z')
  await daily.settle()
  expect(await days()).toEqual(['sweeping:2026-11-25', 'sweeping:2026-11-26'])
})

test('a clock that is set while a day is being added is looked at again', async () => {
  duringLook = () => setClock('2026-11-26T23:30:00Z')
  await using daily = start()
  await expect.poll(days).toEqual(['sweeping:2026-11-25', 'sweeping:2026-11-26'])
  await daily.settle()
})

test('whoever waits is answered by a look of their own', async () => {
  await using daily = start()
  await daily.settle()
  now = new Date('2026-11-26T23:30:00Z')
  await daily.settle()
  expect(await days()).toEqual(['sweeping:2026-11-25', 'sweeping:2026-11-26'])
})

test('whoever waits while it ends, waits no more', async () => {
  const daily = start()
  const settled = daily.settle()
  await daily[Symbol.asyncDispose]()
  await expect(settled).resolves.toBeUndefined()
})
