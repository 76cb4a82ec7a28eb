import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { everyOperation } from '@foyer/contracts/every-operation'
import { getMe, listMyGroups } from '@foyer/contracts/me'
import { operation } from '@foyer/contracts/operation'
import { fastify, type FastifyInstance } from 'fastify'
import { expect, test } from 'vitest'
import { mountOperation } from '../src/http/mount-operation.ts'
import { openScope, personScope, protectRoutes } from '../src/http/scope.ts'

async function start(build: (app: FastifyInstance) => Promise<unknown>): Promise<void> {
  const app = fastify()
  protectRoutes(app)
  try {
    await build(app)
    await app.ready()
  } finally {
    await app.close()
  }
}

const reply = async () => 'hello'

test('a route that does not say who may call it stops the start', async () => {
  await expect(
    start(async (app) =>
      app.register(openScope('of a test', async (open) => void open.get('/x', reply))),
    ),
  ).rejects.toThrow('GET /x does not say who may call it')
})

test('a route outside of every scope stops the start', async () => {
  await expect(
    start(async (app) => app.get('/x', { config: { caller: 'anyone' } }, reply)),
  ).rejects.toThrow('GET /x is for anyone, its scope is not')
})

test('an operation for persons in an open scope stops the start', async () => {
  await expect(
    start(async (app) =>
      app.register(
        openScope('of a test', async (open) =>
          mountOperation(open, getMe, async () => Promise.reject(new Error())),
        ),
      ),
    ),
  ).rejects.toThrow('GET /v1/me is for person, its scope is not')
})

test('an open route among those for persons stops the start', async () => {
  await expect(
    start(async (app) =>
      app.register(
        personScope(async (me) => void me.get('/x', { config: { caller: 'anyone' } }, reply)),
      ),
    ),
  ).rejects.toThrow('GET /x is for anyone, its scope is not')
})

test('an open scope without a reason stops the start', async () => {
  await expect(start(async (app) => app.register(openScope('', async () => {})))).rejects.toThrow(
    'why it is open',
  )
})

test('an operation of the contracts that is not mounted stops the start', async () => {
  await expect(
    start(async (app) =>
      app.register(
        personScope(async (me) =>
          mountOperation(me, listMyGroups, async () => ({
            visibility: 'count' as const,
            count: 0,
          })),
        ),
      ),
    ),
  ).rejects.toThrow(
    `not mounted: ${everyOperation
      .map(({ id }) => id)
      .filter((id) => id !== listMyGroups.id)
      .join(', ')}`,
  )
})

test('an operation that is not in the contracts stops the start', async () => {
  const invented = operation({
    id: 'invented',
    method: 'GET',
    path: '/v1/invented',
    caller: 'anyone',
    summary: 'Not in the contracts',
    success: { status: 204 },
    problems: [],
  })
  await expect(
    start(async (app) =>
      app.register(
        openScope('of a test', async (open) => mountOperation(open, invented, async () => {})),
      ),
    ),
  ).rejects.toThrow('invented is not among the operations')
})

test('tokens are verified and decoded in one file only', () => {
  const source = join(import.meta.dirname, '../src')
  const users = readdirSync(source, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .filter((name) =>
      /jwtVerify|jwtDecode|\.jwt\b|@fastify\/jwt/.test(readFileSync(join(source, name), 'utf8')),
    )
  expect(users).toEqual(['token/token-guard.ts'])
})
