import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  addition,
  deletion,
  type DirectoryModel,
  listing,
  memberRemoval,
  type ModelGroup,
  type ModelObject,
  type Outcome,
  ownerRemoval,
  reading,
  renaming,
  restoration,
  type Step,
  stepKinds,
} from './directory-model.ts'
import { groupCalls, referenceTo } from './group-calls.ts'
import { type Answer, list, withSimulator } from './world.ts'

const world = withSimulator()
const { asApp, send } = groupCalls(world)

/** MODEL_STEPS in the environment asks for more; each test takes a walk of a hundred steps. */
const steps = Number(process.env['MODEL_STEPS'] ?? 10_000)
const stepsOfWalk = 100
const mostGroups = 8

interface Try {
  readonly expected: Outcome
  readonly method: string
  readonly path: string
  readonly body?: object
  readonly learn?: (answer: Answer) => void
}

describe('users, groups and deletion', () => {
  const seeds = Array.from({ length: Math.ceil(steps / stepsOfWalk) }, (_, at) => at)
  it.each(seeds)('agree with a small model of them, walk %i', async (seed) => {
    let taken = 0
    const step = fc.record({
      kind: fc.constantFrom(...stepKinds),
      first: fc.nat(1000),
      second: fc.nat(1000),
    })
    const walk = fc.array(step, { minLength: stepsOfWalk, maxLength: stepsOfWalk })
    await fc.assert(
      fc.asyncProperty(walk, async (path) => {
        const { model, token } = await begin()
        for (const taking of path) {
          await take(token, plan(model, taking), taking)
          taken += 1
        }
      }),
      { seed, numRuns: 1 },
    )
    expect(taken).toBe(stepsOfWalk)
  })
})

/** A dozen people of whom the directory knows nothing else, and no groups of theirs. */
async function begin(): Promise<{ model: DirectoryModel; token: string }> {
  world.simulator.reset()
  const token = await asApp(
    'northwind',
    'Directory.ReadWrite.All',
    'Group.ReadWrite.All',
    'User.ReadWrite.All',
  )
  const read = async () => list((await send(token, 'GET', '/users?$select=id&$top=999')).body)
  const before = new Set((await read()).map(({ id }) => id))
  world.simulator.seed('northwind', { members: 8, guests: 4, groups: 0 })
  const everybody = (await read()).map(({ id }) => ({ id: String(id), isDeleted: false }))
  const users = everybody.filter(({ id }) => !before.has(id))
  const others = everybody.filter(({ id }) => before.has(id))
  return { model: { users, others, groups: [] }, token }
}

async function take(token: string, { expected, ...asked }: Try, step: Step): Promise<void> {
  const answer = await send(token, asked.method, asked.path, asked.body)
  expect({
    step,
    status: answer.status,
    ...(expected.ids ? { ids: idsOf(answer) } : {}),
    ...(expected.name === undefined ? {} : { name: answer.body['displayName'] }),
  }).toEqual({ step, ...expected, ...(expected.ids ? { ids: expected.ids.toSorted() } : {}) })
  asked.learn?.(answer)
}

function idsOf({ body }: Answer): string[] {
  return list(body)
    .map(({ id }) => String(id))
    .toSorted()
}

/** What a step asks of the directory, and what has to come of it. */
function plan(model: DirectoryModel, { kind, first, second }: Step): Try {
  const user = at(model.users, first)
  if (kind === 'create group' || model.groups.length === 0) return creation(model, first, second)
  const group = at(model.groups, second)
  const ofGroup = `/groups/${group.id}`
  const ofUser = `/users/${user.id}`
  switch (kind) {
    case 'rename group': {
      const name = `Group ${first}`
      const expected = renaming(group, name)
      return { expected, method: 'PATCH', path: ofGroup, body: { displayName: name } }
    }
    case 'delete group':
      return { expected: deletion(group), method: 'DELETE', path: ofGroup }
    case 'restore group':
      return restore(group)
    case 'delete user':
      return { expected: deletion(user), method: 'DELETE', path: ofUser }
    case 'restore user':
      return restore(user)
    case 'add member':
      return reference(group, 'members', user)
    case 'add owner':
      return reference(group, 'owners', user)
    case 'remove member': {
      const path = `${ofGroup}/members/${user.id}/$ref`
      return { expected: memberRemoval(group, user), method: 'DELETE', path }
    }
    case 'remove owner': {
      const path = `${ofGroup}/owners/${user.id}/$ref`
      return { expected: ownerRemoval(group, user), method: 'DELETE', path }
    }
    case 'read user':
      return { expected: reading(user), method: 'GET', path: ofUser }
    case 'read group':
      return { expected: reading(group, group.name), method: 'GET', path: ofGroup }
    case 'list members':
      return lookAt(listing(group.members, group), `${ofGroup}/members`)
    case 'list owners':
      return lookAt(listing(group.owners, group), `${ofGroup}/owners`)
    case 'list groups of user': {
      const groups = model.groups.filter(({ members }) => members.has(user))
      return lookAt(listing(groups, user), `${ofUser}/memberOf`)
    }
    case 'list users': {
      const everybody = listing([...model.users, ...model.others])
      return lookAt(everybody, '/users?$top=999&$select=id')
    }
    case 'list deleted users': {
      const deleted = model.users.filter(({ isDeleted }) => isDeleted).map(({ id }) => id)
      return lookAt(
        { status: 200, ids: deleted },
        '/directory/deletedItems/microsoft.graph.user?$select=id&$top=999',
      )
    }
  }
}

function creation(model: DirectoryModel, first: number, second: number): Try {
  if (model.groups.length >= mostGroups) {
    const group = at(model.groups, second)
    return { expected: reading(group), method: 'GET', path: `/groups/${group.id}` }
  }
  const name = `Group ${first}`
  const body = {
    displayName: name,
    mailNickname: `group${model.groups.length}`,
    mailEnabled: true,
    securityEnabled: false,
    groupTypes: ['Unified'],
  }
  const learn = (answer: Answer) => {
    const id = String(answer.body['id'])
    model.groups.push({ id, name, isDeleted: false, members: new Set(), owners: new Set() })
  }
  return { expected: { status: 201 }, method: 'POST', path: '/groups', body, learn }
}

function restore(object: ModelObject): Try {
  const path = `/directory/deletedItems/${object.id}/restore`
  return { expected: restoration(object), method: 'POST', path }
}

function reference(group: ModelGroup, relation: 'members' | 'owners', user: ModelObject): Try {
  const path = `/groups/${group.id}/${relation}/$ref`
  const expected = addition(group, relation, user)
  return { expected, method: 'POST', path, body: referenceTo(user.id) }
}

function lookAt(expected: Outcome, path: string): Try {
  return { expected, method: 'GET', path }
}

function at<Item>(items: readonly Item[], pick: number): Item {
  const item = items[pick % items.length]
  if (item === undefined) throw new RangeError('There is nothing to pick from.')
  return item
}
