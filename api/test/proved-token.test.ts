import type { OrganizationId } from '@foyer/contracts/ids'
import { fastify, type FastifyInstance } from 'fastify'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { createProvedTokens } from '../src/token/proved-tokens.ts'
import { guardByToken } from '../src/token/token-guard.ts'
import { TokenRefusal } from '../src/token/token-refusal.ts'
import { type IssuedKey, makeKey } from './support/issuer.ts'
import { authority, contoso, registrations } from './support/portal.ts'
import { signToken } from './support/token.ts'

const key = makeKey('contoso-1')
const foreignKey = makeKey('contoso-1')
const iat = Date.parse('2026-11-23T09:00:00Z') / 1000
const claims = {
  aud: registrations.api,
  iss: `${authority}/${contoso.tenantId}/v2.0`,
  iat,
  nbf: iat,
  exp: iat + 4_500,
  azp: registrations.web,
  azpacr: '0',
  oid: '9ace0000-0000-4000-8000-000000000009',
  scp: 'access_as_user',
  sub: 'grace',
  tid: contoso.tenantId,
  ver: '2.0',
}
const graces = signToken({ typ: 'JWT', alg: 'RS256', kid: key.kid }, claims, key.privateKey)

let app: FastifyInstance
let organizations: Set<string>
let published: Map<string, IssuedKey>
let now: number

beforeEach(async () => {
  organizations = new Set([contoso.tenantId])
  published = new Map([[key.kid, key]])
  now = iat
  app = fastify()
  app.setErrorHandler((error, _request, reply) =>
    reply
      .code(error instanceof TokenRefusal ? 401 : 500)
      .send({ reason: (error as Error).message }),
  )
  await app.register(async (scope) => {
    await guardByToken(scope, {
      expected: {
        organizations,
        issuerOf: (organizationId: OrganizationId) => `${authority}/${organizationId}/v2.0`,
        audience: registrations.api,
        client: registrations.web,
        scope: 'access_as_user',
      },
      keys: {
        findKey: async (_, id) =>
          published.get(id)?.publicKey.export({ type: 'spki', format: 'pem' }).toString(),
        requireKeys: async () => {},
      },
      now: () => new Date(now * 1000),
    })
    scope.get('/', async ({ caller }) => caller)
  })
})
afterEach(async () => app.close())

async function comeWith(token: string) {
  const reply = await app.inject({ url: '/', headers: { authorization: `Bearer ${token}` } })
  return reply.statusCode === 200 ? 'let in' : reply.json<{ reason: string }>().reason
}

test('Grace is let in again by a token that was proved, as the same person', async () => {
  const ask = async () => app.inject({ url: '/', headers: { authorization: `Bearer ${graces}` } })
  const [first, again] = [await ask(), await ask()]
  expect(first.json()).toMatchObject({ personId: claims.oid, organizationId: contoso.tenantId })
  expect(again.json()).toEqual(first.json())
})

test.each([
  ['its time is over', () => (now = claims.exp + 61), 'expired'],
  ['its time is not yet', () => (now = iat - 61), 'not-yet-valid'],
  ['Contoso is not connected any more', () => organizations.clear(), 'organization'],
  ['Contoso has withdrawn the key', () => published.clear(), 'key-unknown'],
  ['its key id names another key', () => published.set(key.kid, foreignKey), 'signature'],
])('a token of Grace that was let in is refused once %s', async (_, change, reason) => {
  expect(await comeWith(graces)).toBe('let in')
  change()
  expect(await comeWith(graces)).toBe(reason)
  expect(await comeWith(graces)).toBe(reason)
})

test('what was proved of Grace speaks for no other token', async () => {
  expect(await comeWith(graces)).toBe('let in')
  const header = { typ: 'JWT', alg: 'RS256', kid: key.kid }
  const [head = '', body = '', signature = ''] = graces.split('.')
  const omars = { ...claims, oid: '00a50000-0000-4000-8000-000000000001' }
  const [, omarsBody = ''] = signToken(header, omars, foreignKey.privateKey).split('.')
  expect(await comeWith(`${head}.${omarsBody}.${signature}`)).toBe('signature')
  expect(await comeWith(signToken(header, claims, foreignKey.privateKey))).toBe('signature')
  const [first = ''] = signature
  const other = `${first === 'A' ? 'B' : 'A'}${signature.slice(1)}`
  expect(await comeWith(`${head}.${body}.${other}`)).toBe('signature')
})

test('of many tokens those are remembered that were used last, and none in words', () => {
  const proofs = createProvedTokens(2)
  const proof = { keyId: 'contoso-1', key: 'a key', claims }
  proofs.keep("Grace's", proof)
  proofs.keep("Omar's", proof)
  expect(proofs.find("Grace's")).toBe(proof)
  proofs.keep("Mei's", proof)
  expect(["Grace's", "Omar's", "Mei's"].map((token) => proofs.find(token))).toEqual([
    proof,
    undefined,
    proof,
  ])
})
