import { request } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { refusalReasons } from '../src/token/token-refusal.ts'
import { harmlessTokens } from './support/harmless-tokens.ts'
import { hostileClaims } from './support/hostile-claims.ts'
import { hostileHeaders } from './support/hostile-headers.ts'
import { hostileShapes } from './support/hostile-shapes.ts'
import type { GoodToken, HostileToken } from './support/hostile-token.ts'
import { mutationsOf } from './support/token-mutations.ts'
import {
  type IssuedKey,
  type Issuer,
  jwkOf,
  keySet,
  makeKey,
  startIssuer,
} from './support/issuer.ts'
import {
  authority,
  contoso,
  fabrikam,
  foyerFile,
  makeFolder,
  openPortal,
  type Portal,
  registrations,
} from './support/portal.ts'
import { type Rules, slowlyAccepts } from './support/slow-checker.ts'
import { signToken } from './support/token.ts'

const now = new Date('2026-11-23T09:00:00Z')
const seconds = now.getTime() / 1000
const issuerOf = ({ tenantId }: { tenantId: string }) => `${authority}/${tenantId}/v2.0`

let issuer: Issuer
let portal: Portal
let key: IssuedKey
let good: GoodToken
let rules: Rules
/** Accepted, and then refused for its query: no directory is asked for this address. */
const url = '/v1/me?unknown=1'

beforeAll(async () => {
  issuer = await startIssuer()
  key = makeKey('contoso-1')
  const other = makeKey('fabrikam-1')
  issuer.publish(contoso.tenantId, keySet(jwkOf(key, issuerOf(contoso))))
  issuer.publish(fabrikam.tenantId, keySet(jwkOf(other, `${authority}/{tenantid}/v2.0`)))
  portal = await openPortal(await makeFolder(foyerFile(issuer.url)), {
    clock: { now: () => now, [Symbol.asyncDispose]: async () => {} },
    rateLimits: {
      callerPerMinute: 1e6,
      refusedTokensPerMinute: 1e6,
      lookUpsPerMinute: 1e6,
      receiptsPerMinute: 1_000,
      codesPerMinute: 1_000,
      pagesPerMinute: 1e6,
      notificationsPerMinute: 1e6,
    },
  })
  good = {
    header: { typ: 'JWT', alg: 'RS256', kid: key.kid },
    claims: {
      aud: registrations.api,
      iss: issuerOf(contoso),
      iat: seconds,
      nbf: seconds,
      exp: seconds + 4500,
      azp: registrations.web,
      azpacr: '0',
      idp: 'https://sts.windows.net/ada00000-0000-4000-8000-00000000000a/',
      name: 'Grace Adeyemi',
      oid: '9ace0000-0000-4000-8000-000000000009',
      preferred_username: 'grace@adatum.com',
      scp: 'access_as_user',
      sub: 'pairwise-subject',
      tid: contoso.tenantId,
      uti: 'unique',
      ver: '2.0',
    },
    key: key.privateKey,
  }
  rules = {
    now: seconds,
    tenants: [contoso, fabrikam].map((each) => ({ tid: each.tenantId, iss: issuerOf(each) })),
    aud: registrations.api,
    azp: registrations.web,
    scope: 'access_as_user',
    keys: {
      [contoso.tenantId]: { [key.kid]: key.publicKey },
      [fabrikam.tenantId]: { [other.kid]: other.publicKey },
    },
  }
})

afterAll(async () => {
  await portal[Symbol.asyncDispose]()
  await issuer[Symbol.asyncDispose]()
})

async function statusOf(authorization: string): Promise<number> {
  const { statusCode } = await portal.app.inject({ url, headers: { authorization } })
  return statusCode
}

test('Grace’s good token is accepted, by the portal and by the slow checker', async () => {
  const authorization = `Bearer ${signToken(good.header, good.claims, good.key)}`
  expect(await statusOf(authorization)).toBe(400)
  expect(slowlyAccepts([authorization], rules)).toBe(true)
})

/** Which of these the portal or the slow checker does not answer as expected. */
async function misjudged(tokens: readonly HostileToken[], status: 400 | 401) {
  const wrong: (readonly unknown[])[] = []
  for (const { row, name, token } of tokens) {
    const authorization = `Bearer ${token}`
    const answered = await statusOf(authorization)
    const isSlowlyAccepted = slowlyAccepts([authorization], rules)
    if (answered !== status || isSlowlyAccepted !== (status === 400)) {
      wrong.push([row, name, answered, isSlowlyAccepted])
    }
  }
  return wrong
}

test('no bad input of the checklist is accepted, none is a fault, and the slow checker agrees', async () => {
  const hostile = [...hostileShapes(good), ...hostileHeaders(good), ...hostileClaims(good)]
  const rows = new Set(hostile.map(({ row }) => row))
  expect([...rows].toSorted()).toEqual(
    '02 03 04 05 06 08 09 10 11 12 13 14 15 16 17 18 19 20'.split(' ').map((row) => `TV-${row}`),
  )
  expect(await misjudged(hostile, 401)).toEqual([])
  expect(hostile.length).toBeGreaterThan(250)
})

test('inputs of the same rows that are no attack are accepted', async () => {
  expect(await misjudged(harmlessTokens(good), 400)).toEqual([])
})

test.each(['header', 'claims', 'signature'] as const)(
  'no other spelling of the %s of a good token is accepted',
  async (segment) => {
    const mutations = mutationsOf(good, segment)
    expect(await misjudged(mutations, 401)).toEqual([])
    expect(mutations.length).toBeGreaterThan(100)
  },
)

test('TV-01: only one Authorization header with Bearer, one space and a token is read', async () => {
  const token = signToken(good.header, good.claims, good.key)
  const values = [
    `Bearer  ${token}`,
    `Bearer\t${token}`,
    `bearer ${token}`,
    `BEARER ${token}`,
    `Basic ${token}`,
    `Bearer ${token},Bearer ${token}`,
    `Bearer ${token} ${token}`,
    `Bearer`,
    `Bearer `,
    token,
    '',
    `Token ${token}`,
    `Bearer ${token};`,
    `Bearer ${'x'.repeat(16_000)}`,
  ]
  for (const authorization of values) {
    expect([authorization.slice(0, 20), await statusOf(authorization)]).toEqual([
      authorization.slice(0, 20),
      401,
    ])
    expect(slowlyAccepts([authorization], rules)).toBe(false)
  }
  const elsewhere = [
    { url: `/v1/me?access_token=${token}`, headers: {} },
    { url: '/v1/me', headers: { cookie: `token=${token}; access_token=${token}` } },
    {
      url: '/v1/me',
      headers: { 'x-authorization': `Bearer ${token}`, 'proxy-authorization': `Bearer ${token}` },
    },
  ]
  for (const place of elsewhere) {
    expect((await portal.app.inject(place)).statusCode).toBe(401)
  }
})

test('TV-01: two Authorization headers are refused even when the first one is good', async () => {
  await portal.app.listen({ port: 0, host: '127.0.0.1' })
  const { port } = portal.app.server.address() as AddressInfo
  const header = `Bearer ${signToken(good.header, good.claims, good.key)}`
  const send = async (...values: string[]) =>
    new Promise<number | undefined>((resolve, reject) => {
      const headers = values.flatMap((value) => ['Authorization', value])
      request(
        { port, host: '127.0.0.1', path: url, headers: ['Host', 'portal.test', ...headers] },
        (response) => {
          response.resume()
          resolve(response.statusCode)
        },
      )
        .on('error', reject)
        .end()
    })
  expect(await send(header)).toBe(400)
  expect(await send(header, header)).toBe(401)
  expect(await send(header, 'Basic eDp5')).toBe(401)
  expect(slowlyAccepts([header, header], rules)).toBe(false)
})

test('TV-06, JW-05: a key of one organization signs for no other', async () => {
  const claims = { ...good.claims, tid: fabrikam.tenantId, iss: issuerOf(fabrikam) }
  const authorization = `Bearer ${signToken(good.header, claims, good.key)}`
  expect(await statusOf(authorization)).toBe(401)
  expect(slowlyAccepts([authorization], rules)).toBe(false)
})

test('only the time being wrong is said, and nothing else', async () => {
  const ask = async (changes: object) => {
    const token = signToken(good.header, { ...good.claims, ...changes }, good.key)
    const reply = await portal.app.inject({ url, headers: { authorization: `Bearer ${token}` } })
    return reply.json<{ code: string }>()
  }
  const expired = { exp: seconds - 61, iat: seconds - 4000, nbf: seconds - 4000 }
  expect((await ask(expired)).code).toBe('token-expired')
  const { requestId: one, ...audience } = (await ask({ ...expired, aud: 'other' })) as Record<
    string,
    unknown
  >
  const { requestId: two, ...scope } = (await ask({ scp: 'other' })) as Record<string, unknown>
  expect(audience).toEqual({
    type: 'about:blank',
    title: 'The token is not accepted',
    status: 401,
    code: 'token-refused',
  })
  expect(scope).toEqual(audience)
  expect(one).not.toBe(two)
})

test('TV-06: the issuer was asked for keys once an organization, and once more for unknown ones', () => {
  expect(issuer.requestsOf(contoso.tenantId)).toBe(2)
  expect(issuer.requestsOf(fabrikam.tenantId)).toBeLessThanOrEqual(2)
  expect(issuer.requestsOf('common')).toBe(0)
})

test('the log of all this holds every reason, and no token, name or address', () => {
  const log = portal.log()
  const reasons = new Set([...log.matchAll(/"reason":"([\w-]+)"/g)].map(([, reason]) => reason))
  expect(refusalReasons.filter((reason) => !reasons.has(reason))).toEqual([])
  expect(log).not.toMatch(/eyJ/)
  expect(log).not.toMatch(/adatum|Grace|victim/)
})
