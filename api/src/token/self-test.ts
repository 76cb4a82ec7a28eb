import { createHmac, createPublicKey, generateKeyPair, type KeyObject, sign } from 'node:crypto'
import { promisify } from 'node:util'
import type { OrganizationId } from '@foyer/contracts/ids'
import { fastify } from 'fastify'
import { TokenRefusal } from './token-refusal.ts'
import { guardByToken } from './token-guard.ts'
import type { Expectations } from './validate-claims.ts'

type Claims = Readonly<Record<string, unknown>>

const keyId = 'self-test'
const generateKeys = promisify(generateKeyPair)

/**
 * Runs one good and twelve forged tokens through the real guard, with a key of its own. A change
 * of a library or of the configuration that opens the door stops the start instead.
 *
 * @throws {Error} that names the token that was judged wrongly.
 */
export async function proveTokenGuard(expected: Expectations, guard = guardByToken): Promise<void> {
  const [ours, foreign] = await Promise.all([
    generateKeys('rsa', { modulusLength: 2048 }),
    generateKeys('rsa', { modulusLength: 2048 }),
  ])
  const pem = createPublicKey(ours.privateKey).export({ type: 'spki', format: 'pem' })
  const now = new Date()
  const app = fastify()
  app.setErrorHandler((error, _request, reply) =>
    reply.code(error instanceof TokenRefusal ? 401 : 500).send(),
  )
  await app.register(async (scope) => {
    await guard(scope, {
      expected,
      keys: {
        findKey: async (_, id) => (id === keyId ? pem : undefined),
        requireKeys: async () => {},
      },
      now: () => now,
    })
    scope.get('/', async (_request, reply) => reply.code(204).send())
  })

  try {
    const good = goodClaims(expected, now)
    await expectStatus('a good token', signed(good, ours.privateKey), 204)
    for (const [name, token] of forgedTokens(good, ours.privateKey, foreign.privateKey, pem)) {
      await expectStatus(name, token, 401)
    }
  } finally {
    await app.close()
  }

  async function expectStatus(name: string, token: string, status: number): Promise<void> {
    const headers = { authorization: `Bearer ${token}` }
    const { statusCode } = await app.inject({ url: '/', headers })
    if (statusCode !== status) throw new Error(`the token guard fails its test: ${name}`)
  }
}

function goodClaims({ organizations, issuerOf, audience, client, scope }: Expectations, now: Date) {
  const [organizationId = ''] = organizations
  const seconds = Math.floor(now.getTime() / 1000)
  return {
    ver: '2.0',
    iss: issuerOf(organizationId as OrganizationId),
    tid: organizationId,
    aud: audience,
    azp: client,
    azpacr: '0',
    scp: scope,
    oid: '00000000-0000-4000-8000-000000000001',
    sub: 'self-test',
    iat: seconds,
    nbf: seconds,
    exp: seconds + 3600,
  }
}

function forgedTokens(
  good: ReturnType<typeof goodClaims>,
  key: KeyObject,
  foreignKey: KeyObject,
  pem: string,
): readonly (readonly [string, string])[] {
  const { scp: _scp, ...withoutScope } = good
  const body = signed(good, key).split('.').slice(0, 2).join('.')
  const hmacInput = unsigned(good, { alg: 'HS256' })
  return [
    ['no signature', `${unsigned(good, { alg: 'none' })}.`],
    ['a signature of zeros', `${body}.${Buffer.alloc(256).toString('base64url')}`],
    ['a foreign key', signed(good, foreignKey)],
    [
      'the public key as a secret',
      `${hmacInput}.${createHmac('sha256', pem).update(hmacInput).digest('base64url')}`,
    ],
    ['another hash', signed(good, key, { alg: 'RS512' }, 'sha512')],
    ['another audience', signed({ ...good, aud: good.azp }, key)],
    ['another issuer', signed({ ...good, iss: `${good.iss}/` }, key)],
    ['another organization', signed({ ...good, tid: good.oid }, key)],
    ['another client', signed({ ...good, azp: good.aud }, key)],
    ['app-only', signed({ ...withoutScope, roles: ['Everything'], idtyp: 'app' }, key)],
    ['an ID token', signed({ ...withoutScope, nonce: 'n' }, key)],
    ['long expired', signed({ ...good, iat: 1, nbf: 1, exp: 2 }, key)],
  ]
}

function unsigned(claims: Claims, header: Claims): string {
  return [{ typ: 'JWT', kid: keyId, ...header }, claims]
    .map((part) => Buffer.from(JSON.stringify(part)).toString('base64url'))
    .join('.')
}

function signed(
  claims: Claims,
  key: KeyObject,
  header: Claims = { alg: 'RS256' },
  hash = 'sha256',
) {
  const input = unsigned(claims, header)
  return `${input}.${sign(hash, Buffer.from(input), key).toString('base64url')}`
}
