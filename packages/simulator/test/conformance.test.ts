import { readFile } from 'node:fs/promises'
import { describe, expect, it } from 'vitest'
import published from '../reference/operations.json' with { type: 'json' }
import { distil } from '../reference/distillation.ts'
import { everyGraphOperation } from '../src/graph/every-operation.ts'
import { beyondOperations, beyondProperties } from './conformance/beyond-description.ts'
import { checkExchange } from './conformance/check-exchange.ts'
import { findDescribed, findType } from './conformance/reference.ts'

const simulated = everyGraphOperation.map(({ method, path }) => ({
  method,
  path: path.replaceAll(/\{[^}]*\}/g, '{}'),
}))

describe('every operation that is simulated', () => {
  it.each(simulated)('$method $path is described, or listed with its document', (operation) => {
    expect(findDescribed(operation.method, operation.path)).toBeDefined()
  })
})

describe('the list of what is beyond the description', () => {
  it('holds operations that are simulated and that the description lacks', () => {
    const names = Object.keys(beyondOperations)
    const all = new Set(simulated.map(({ method, path }) => `${method} ${path}`))
    expect(names.filter((name) => !all.has(name))).toEqual([])
    expect(names.filter((name) => name in published.operations)).toEqual([])
  })

  it('holds properties that their types lack', () => {
    const idle = Object.entries(beyondProperties).flatMap(([type, properties]) =>
      Object.keys(properties).filter((name) => findType(type)?.properties?.[name]),
    )
    expect(idle).toEqual([])
  })
})

describe('what is invented is found out', () => {
  const origin = 'http://127.0.0.1:4340'
  const id = '33c83fd8-4ea2-4048-a6bf-976ba2f2e656'
  const grace = {
    '@odata.context': `${origin}/v1.0/$metadata#users/$entity`,
    id,
    displayName: 'Grace Adeyemi',
    businessPhones: [],
  }
  const asked = { method: 'GET', url: `/v1.0/users/${id}`, origin, sent: undefined, status: 200 }
  const check = (received: unknown, change = {}) => checkExchange({ ...asked, received, ...change })

  it('and what is not passes', () => {
    expect(check(grace)).toEqual([])
  })

  it.each([
    ['a property', { ...grace, nickName: 'G' }, 'microsoft.graph.user has no such property'],
    ['a text for a list', { ...grace, businessPhones: '1' }, 'is not a list'],
    ['a number for a text', { ...grace, displayName: 1 }, 'is no String: 1'],
    ['a day for an instant', { ...grace, createdDateTime: '2026-01-01' }, 'is no DateTimeOffset'],
    ['a property within', { ...grace, signInActivity: { last: null } }, 'has no such property'],
    ['null where there must be a list', { ...grace, businessPhones: null }, 'is not a list'],
    ['no context', { id }, 'has no @odata.context'],
    [
      'the context of a list',
      { ...grace, '@odata.context': `${origin}/v1.0/$metadata#users` },
      'wrong context',
    ],
    [
      'the context of another origin',
      { ...grace, '@odata.context': 'https://graph.microsoft.com/v1.0/$metadata#users/$entity' },
      'another place',
    ],
  ])('%s', (_name, received, fault) => {
    expect(check(received)).toEqual([expect.stringContaining(fault)])
  })

  it('a context that names another selection', () => {
    const url = `/v1.0/users/${id}?$select=id`
    const context = `${origin}/v1.0/$metadata#users(displayName)/$entity`
    expect(check({ '@odata.context': context, id }, { url })).toEqual([
      expect.stringContaining('not what was selected'),
    ])
  })

  it.each([
    ['a route', { url: '/v1.0/guests' }, 'nobody has described this operation'],
    ['a status', { status: 201 }, 'this status is not described'],
    ['a body where there is none', { method: 'DELETE', status: 204 }, 'has a body'],
    ['an error of another form', { status: 404 }, 'lacks error'],
  ])('%s', (_name, change, fault) => {
    const faults = check(grace, change)
    expect(faults).toContainEqual(expect.stringContaining(fault))
  })

  it('a code of an error', () => {
    const error = { code: 'Guest_NotFound', message: 'There is no such guest.' }
    expect(check({ error }, { status: 404 })).toEqual([expect.stringContaining('Guest_NotFound')])
  })

  it('a property in an item of a batch', () => {
    const exchange = {
      method: 'POST',
      url: '/v1.0/$batch',
      origin,
      sent: { requests: [{ id: '1', method: 'GET', url: `/users/${id}` }] },
      status: 200,
      received: { responses: [{ id: '1', status: 200, body: { ...grace, nickName: 'G' } }] },
    }
    expect(checkExchange(exchange)).toEqual([expect.stringContaining('nickName')])
  })
})

// Where the published material is at hand.
const { GRAPH_REFERENCE } = process.env

describe.each(GRAPH_REFERENCE ? [GRAPH_REFERENCE] : [])('the names in reference/', (folder) => {
  it('are those of the published material', async () => {
    for (const [name, content] of Object.entries(await distil(folder))) {
      const file = new URL(`../reference/${name}`, import.meta.url)
      const committed: unknown = JSON.parse(await readFile(file, 'utf8'))
      const fresh: unknown = JSON.parse(JSON.stringify(content))
      expect({ [name]: committed }).toEqual({ [name]: fresh })
    }
  })
})
