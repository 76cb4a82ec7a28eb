import { expect, test, vi } from 'vitest'
import { createBudget } from './budget.ts'
import { startDeadline } from './deadline.ts'
import { DirectoryError } from './directory-error.ts'

const soon = () => startDeadline(200)
const feed = { resourceUnits: 1, writes: 0, isPatient: true }
const person = { resourceUnits: 1, writes: 0, isPatient: false }

/** How many feeds' questions pass before one is refused. */
async function passing(budget: ReturnType<typeof createBudget>): Promise<number> {
  for (let passed = 0; ; passed += 1) {
    const outcome = await budget
      .admit({ ...feed, resourceUnits: 100 }, startDeadline(1))
      .catch((error: unknown) => error)
    if (outcome instanceof DirectoryError) return passed
  }
}

test.each([
  [{}, 1_750],
  [{ size: 'medium' }, 2_500],
  [{ size: 'large' }, 4_000],
  [{ size: 'large', share: 0.1 }, 800],
] as const)('of %o, feeds use at most %i units in ten seconds', async (setting, units) => {
  // Else it fills on while it is emptied.
  vi.useFakeTimers({ toFake: ['performance'] })
  try {
    // The last question may begin with less left than it takes.
    expect(await passing(createBudget(setting))).toBe(Math.ceil(units / 100))
  } finally {
    vi.useRealTimers()
  }
})

test('what the directory counted more than was guessed is missing to the next feed', async () => {
  const budget = createBudget({ share: 0.01 })
  await budget.admit(feed, soon())
  budget.correct(200)
  await expect(budget.admit(feed, soon())).rejects.toMatchObject({
    code: 'directory-busy',
    facts: { reason: 'budget', retryAfterSeconds: expect.any(Number) as number },
  })
  // Debts are no larger than the budget.
  const wait = startDeadline(20_000)
  const held = await Promise.race([budget.admit(feed, wait), Promise.resolve('held')])
  expect(held).toBe('held')
})

test('a person is not held, neither by an empty budget nor by a pause', async () => {
  const budget = createBudget({ share: 0.01 })
  budget.correct(1_000)
  budget.pause(60_000)
  expect(await budget.admit(person, soon())).toBe(0)
})

test('a feed is held for the pause that the directory asked for, and goes on then', async () => {
  const budget = createBudget({})
  budget.pause(80)
  budget.pause(20)
  expect(await budget.admit(feed, soon())).toBeGreaterThanOrEqual(79)
})

test('patient writes are held to a budget of their own', async () => {
  const budget = createBudget({ share: 0.01 })
  const write = { ...feed, writes: 1 }
  for (let written = 0; written < 30; written += 1) await budget.admit(write, soon())
  await expect(budget.admit(write, soon())).rejects.toMatchObject({ code: 'directory-busy' })
  expect(await budget.admit(feed, soon())).toBeLessThan(50)
})

test('a feed that is held ends with the process', async () => {
  const budget = createBudget({})
  budget.pause(10_000)
  const ending = new AbortController()
  const held = budget.admit(feed, startDeadline(20_000, ending.signal))
  ending.abort()
  await expect(held).rejects.toThrow(/abort/i)
})
