import type { Problem } from '@foyer/contracts/problem'
import type { InjectOptions } from 'fastify'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type ContosoPortal, openContoso } from './support/contoso.ts'
import { startIssuer } from './support/issuer.ts'
import { contoso as contosoEntry, foyerFile, makeFolder, openPortal } from './support/portal.ts'

let contoso: ContosoPortal
const inject = async (request: InjectOptions) => contoso.portal.app.inject(request)

beforeAll(async () => {
  contoso = await openContoso()
})
afterAll(async () => contoso[Symbol.asyncDispose]())

test('the process is ready when the keys of one organization can be read, and alive without', async () => {
  expect((await inject({ url: '/readyz' })).statusCode).toBe(200)
  await using down = await startIssuer()
  await using unready = await openPortal(await makeFolder(foyerFile(down.url)))
  const replies = await Promise.all(
    Array.from({ length: 20 }, async () => unready.app.inject({ url: '/readyz' })),
  )
  expect(new Set(replies.map(({ statusCode }) => statusCode))).toEqual(new Set([503]))
  expect(down.requestsOf(contosoEntry.tenantId)).toBe(1)
  expect((await unready.app.inject({ url: '/healthz' })).statusCode).toBe(200)
  const me = await unready.app.inject({ url: '/v1/me', headers: contoso.grace })
  expect(me.json<Problem>()).toMatchObject({ code: 'keys-unavailable', status: 503 })
  expect(me.headers['retry-after']).toBe('5')
})
