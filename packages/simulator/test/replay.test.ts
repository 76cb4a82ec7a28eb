import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import published from '../reference/examples.json' with { type: 'json' }
import { type Shape, shapeOf, withoutValues } from '../reference/distil-example.ts'
import { absences, examplesLeftOut } from './conformance/examples-left-out.ts'
import { findOperation } from './conformance/find-operation.ts'
import { type Ids, pathOf } from './conformance/replay.ts'
import { placesIn, replayedExamples } from './conformance/replayed-examples.ts'
import { groupCalls } from './group-calls.ts'
import { list, withSimulator } from './world.ts'

interface Example {
  readonly method: string
  readonly path: string
  readonly headers?: Record<string, string>
  readonly status: number | null
  readonly context?: string
  readonly code?: string
  readonly message?: string
  readonly answers?: Shape
}

const examples: Readonly<Record<string, Example>> = published.examples
const world = withSimulator({ at: new Date('2026-11-23T09:00:00Z') })
const calls = groupCalls(world)
const powers = [
  'User.ReadWrite.All',
  'User.DeleteRestore.All',
  'Group.ReadWrite.All',
  'Directory.ReadWrite.All',
  'Directory.Read.All',
  'AppRoleAssignment.ReadWrite.All',
  'Policy.Read.All',
  'Application.Read.All',
  'CrossTenantInformation.ReadBasic.All',
  'AuditLog.Read.All',
  'User.RevokeSessions.All',
  'Mail.Send',
  'Policy.ReadWrite.ConditionalAccess',
]

/** Takes the handshake of a subscription. */
const endpoint = createServer((request, reply) => {
  const { searchParams } = new URL(request.url ?? '/', 'http://endpoint')
  reply.setHeader('content-type', 'text/plain').end(searchParams.get('validationToken'))
})
beforeAll(async () => {
  await new Promise<void>((listening) => endpoint.listen(0, '127.0.0.1', listening))
})
afterAll(() => endpoint.close())

async function readIds(): Promise<Ids> {
  const groups = new Map(
    list((await calls.admin('GET', '/groups?$top=999')).body).map((one) => [
      String(one['displayName']),
      String(one['id']),
    ]),
  )
  const forum = groups.get('Supplier Forum') ?? ''
  const [owner] = list((await calls.admin('GET', `/groups/${forum}/owners`)).body)
  return {
    user: (name) => world.userId(name),
    tenant: (slug) => world.organization(slug).tenantId,
    group(name) {
      const id = groups.get(name)
      if (!id) throw new Error(`There is no group ${name}`)
      return id
    },
    owner: () => String(owner?.['id']),
    endpoint: `http://127.0.0.1:${(endpoint.address() as AddressInfo).port}/`,
  }
}

describe('every documented example', () => {
  it('is replayed, or is named with the reason why not', () => {
    const named = [...Object.keys(replayedExamples), ...Object.keys(examplesLeftOut)]
    expect(named.toSorted()).toEqual(Object.keys(examples).toSorted())
  })

  it.each(Object.entries(examplesLeftOut).filter(([, reason]) => absences.includes(reason)))(
    '%s is left out for as long as its operation is not simulated',
    (name) => {
      const { method = '', path = '' } = examples[name] ?? {}
      expect(findOperation(method, path)).toBeUndefined()
    },
  )
})

describe("Microsoft's documented example", () => {
  it.each(Object.keys(replayedExamples))('%s is answered here as there', async (name) => {
    const example = examples[name]
    const replay = replayedExamples[name]
    if (!example || !replay) throw new Error(`Nobody has published ${name}`)
    world.simulator.choose({ deltaPage: '7-objects-5-links' })
    const ids = await readIds()
    for (const mail of replay.signIns ?? []) await world.signIn('contoso', mail)
    const maker = await calls.asApp(replay.at ?? 'contoso', ...powers)
    const ask = async (method: string, pathOrLink: string, body?: object) => {
      const path = pathOrLink.startsWith('http')
        ? pathOf(pathOrLink).slice('/v1.0'.length)
        : pathOrLink
      const answer = await calls.send(maker, method, path, body)
      expect(answer.status, `${method} ${path}`).toBeLessThan(300)
      return answer.body
    }
    for (const [method, address, body] of replay.before?.(ids) ?? []) {
      await ask(method, address, body)
    }
    const path = await replay.path(ids, ask)
    expect(path).toSatisfy((ours: string) => isSamePath(ours, example.path))

    const token = replay.as
      ? await calls.asPerson('contoso', replay.as, ...powers)
      : await calls.asApp(replay.at ?? 'contoso', ...powers)
    if (replay.quotas) world.simulator.quotas.choose(replay.quotas)
    const answer = await world.graph(token, path, {
      method: example.method,
      headers: {
        ...example.headers,
        ...(replay.body ? { 'content-type': 'application/json' } : {}),
        ...(replay.text ? { 'content-type': 'text/plain' } : {}),
      },
      body: replay.body ? JSON.stringify(replay.body(ids)) : (replay.text ?? null),
    })
    expect(answer.status).toBe(example.status)
    expect(saidBy(answer.body, example)).toEqual({
      code: example.code,
      message: example.message,
      context: example.context,
    })
    expect(placesMissing(answer.body, example).toSorted()).toEqual(
      Object.keys(replay.differs ?? {}).toSorted(),
    )
  })
})

/** Whether two addresses are alike but for values; some ids have no form of their own. */
function isSamePath(path: string, documented: string): boolean {
  const ours = withoutValues(path).split('/')
  const theirs = withoutValues(documented).split('/')
  return (
    ours.length === theirs.length &&
    theirs.every((segment, at) => segment === '{}' || segment === ours[at])
  )
}

/** The words of ours that the example has too. */
function saidBy({ error, '@odata.context': context }: Record<string, unknown>, example: Example) {
  const { code, message } = (error ?? {}) as { code?: string; message?: string }
  return {
    code: example.code === undefined ? undefined : code,
    message: example.message === undefined ? undefined : message,
    context:
      example.context === undefined
        ? undefined
        : withoutValues(new URL(String(context)).hash.slice(1)),
  }
}

/** Where the documented answer has something, or something of another type, that ours lacks. */
function placesMissing(body: Record<string, unknown>, { answers }: Example): string[] {
  if (typeof answers !== 'object') return []
  const ours = placesIn(shapeOf(body))
  return [...placesIn(answers)]
    .filter(([place, type]) => !isWithinEmptyList(place, ours) && !isSame(type, ours.get(place)))
    .map(([place]) => place)
}

/** Nothing is to be compared there; that it is a list is. */
function isWithinEmptyList(place: string, ours: ReadonlyMap<string, string>): boolean {
  const at = place.lastIndexOf('[]')
  const above = place.slice(0, at)
  const hasItems = [...ours.keys()].some((one) => one.startsWith(`${above}[]`))
  return at > 0 && above !== 'value' && ours.get(above) === 'list' && !hasItems
}

function isSame(documented: string, ours: string | undefined): boolean {
  return ours !== undefined && (ours === documented || ours === 'null' || documented === 'null')
}
