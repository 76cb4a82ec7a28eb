import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type DirectoryModel, type ModelRules, newGroup, newUser } from './directory-model.ts'
import { at, type Scene, type Try } from './attempt.ts'
import { groupCalls } from './group-calls.ts'
import { groupSteps } from './group-steps.ts'
import { userSteps } from './user-steps.ts'
import { type Answer, dayMs, list, withSimulator } from './world.ts'

const world = withSimulator()
const { asApp } = groupCalls(world)

/** MODEL_STEPS in the environment asks for more; a walk has so many of them, more or less. */
const wanted = Number(process.env['MODEL_STEPS'] ?? 10_000)
const stepsOfWalk = 100
const shown = '$select=id,userPrincipalName,displayName,department&$expand=sponsors($select=id)'
const domain = 'northwind.com'

const steps = { ...userSteps, ...groupSteps }
type StepName = keyof typeof steps
const stepNames = Object.keys(steps) as StepName[]
/** Steps that meet each other only after several of their kind. */
const often: readonly StepName[] = [
  'add sponsor',
  'add sponsor',
  'add sponsor',
  'add group as sponsor',
  'delete user',
  'give user another name',
  'give user another name',
  'restore user',
  'restore user',
  'let days pass',
]

interface Step {
  readonly name: StepName
  readonly first: number
  readonly second: number
  readonly third: number
}

const permissions = [
  'Directory.Read.All',
  'Directory.ReadWrite.All',
  'Group.ReadWrite.All',
  'User.ReadWrite.All',
]

describe('users, groups and deletion', () => {
  const walks = Array.from({ length: Math.ceil(wanted / stepsOfWalk) }, (_, at) => at)
  it.each(walks)('agree with a small model of them, walk %i', async (seed) => {
    const rules = {
      restoredKeepSponsors: seed % 2 > 0,
      securityGroupsComeBack: seed % 4 > 1,
      negationFindsNothing: seed % 8 > 3,
    }
    const number = fc.nat(1000)
    const step = fc.record({
      name: fc.constantFrom(...stepNames, ...often),
      first: number,
      second: number,
      third: number,
    })
    const walk = fc.array(step, { minLength: 1, maxLength: 2 * stepsOfWalk, size: 'max' })
    const found = await fc.check(
      fc.asyncProperty(walk, async (path) => {
        const model = await begin(rules)
        for (const one of path) await take(steps[one.name](sceneOf(model, one)))
      }),
      // A walk takes a tenth of that; one that fails is shortened as far as the time goes.
      { seed, numRuns: 1, interruptAfterTimeLimit: 3_000 },
    )
    const shortest = found.counterexample?.[0].map((one) => Object.values(one).join(' '))
    expect({ walk: shortest, error: found.errorInstance }).toEqual({ error: null })
    expect(found.numRuns).toBe(1)
  })
})

/** A few people of whom the directory knows nothing else, and no groups of theirs. */
async function begin(rules: ModelRules): Promise<DirectoryModel> {
  world.simulator.reset()
  world.simulator.choose({
    restoreBrings: rules.restoredKeepSponsors ? 'everything' : 'groups-only',
    negationOfNothing: rules.negationFindsNothing ? 'found' : 'left-out',
    deletedSecurityGroups: rules.securityGroupsComeBack ? 'restorable' : 'lost',
  })
  token = await asApp('northwind', ...permissions)
  const read = async () => list((await ask('GET', `/users?$top=999&${shown}`)).body)
  const others = (await read()).map(({ id }) => String(id))
  world.simulator.seed('northwind', { members: 2, guests: 1, groups: 0 })
  const people = (await read()).filter(({ id }) => !others.includes(String(id)))
  const users = people.map((one) =>
    newUser(String(one['id']), String(one['userPrincipalName']), {
      displayName: String(one['displayName']),
      department: one['department'] as string | null,
    }),
  )
  for (const [place, one] of people.entries()) {
    for (const { id } of one['sponsors'] as { id: string }[]) {
      const sponsor = users.find((user) => user.id === id)
      if (sponsor) users[place]?.sponsors.add(sponsor)
    }
  }
  return { users, others, groups: [], rules, today: 0 }
}

let token: string

async function ask(method: string, path: string, body?: object, headers = {}): Promise<Answer> {
  return world.graph(token, `/v1.0${path}`, {
    method,
    headers: { ...headers, ...(body ? { 'content-type': 'application/json' } : {}) },
    ...(body ? { body: JSON.stringify(body) } : {}),
  })
}

/** Where there is no group yet, one that never was. */
function sceneOf(model: DirectoryModel, { first, second, third }: Step): Scene {
  const nothing = { ...newGroup('00000000-0000-4000-8000-000000000000', '', false), isGone: true }
  const groups = model.groups.length > 0 ? model.groups : [nothing]
  return {
    model,
    domain,
    user: at(model.users, first),
    guest: at(model.users.slice(0, 2), first),
    group: at(groups, second),
    inner: at(groups, third),
    pick: third,
  }
}

async function take(attempt: Try): Promise<void> {
  const { expected, method, path, body, isAdvanced, afterDays, learn } = attempt
  if (afterDays) world.simulator.clock.advance(afterDays * dayMs)
  const headers = isAdvanced ? { consistencylevel: 'eventual' } : {}
  const answer = await ask(method, path, body, headers)
  const asked = `${method} ${path}`
  expect({
    asked,
    status: answer.status,
    ...(expected.ids ? { ids: idsOf(answer) } : {}),
    ...(expected.shows ? { shows: shownOf(answer, expected.shows) } : {}),
  }).toEqual({ asked, ...expected, ...(expected.ids ? { ids: expected.ids.toSorted() } : {}) })
  learn?.(String(answer.body['id']))
}

function shownOf({ body }: Answer, wantedProperties: object): object {
  return Object.fromEntries(Object.keys(wantedProperties).map((name) => [name, body[name]]))
}

function idsOf({ body }: Answer): string[] {
  const entries = body['value'] as (string | { id: string })[]
  return entries.map((entry) => (typeof entry === 'string' ? entry : entry.id)).toSorted()
}
