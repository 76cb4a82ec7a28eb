import jwt from '@fastify/jwt'
import type { OrganizationId } from '@foyer/contracts/ids'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { requireBearer } from './bearer.ts'
import type { KeyCache } from './key-cache.ts'
import { createProvedTokens, type ProvedToken } from './proved-tokens.ts'
import { TokenRefusal } from './token-refusal.ts'
import { requireTokenShape } from './token-shape.ts'
import {
  type CallerIdentity,
  type Expectations,
  organizationOf,
  validateClaims,
} from './validate-claims.ts'

declare module 'fastify' {
  interface FastifyRequest {
    /** Set by the guard of the scope `me`, and only there. */
    caller: CallerIdentity | null
  }
}

export interface TokenGuardSetting {
  readonly expected: Expectations
  readonly keys: KeyCache
  readonly now: () => Date
}

/** What @fastify/jwt hands over of a token before it has checked anything. */
interface Decoded {
  readonly header: { readonly kid: string }
  readonly payload: Readonly<Record<string, unknown>>
}

/**
 * Lets only requests with an accepted token into a scope, and tells its handlers who calls.
 *
 * @fastify/jwt does one thing, to verify the signature by a fixed algorithm. Its checks of claims
 * depend on options that, left unset, switch them off, and its clock cannot be ours; so all that
 * is decided by claims stands in `validateClaims`.
 */
export async function guardByToken(
  scope: FastifyInstance,
  { expected, keys, now }: TokenGuardSetting,
): Promise<void> {
  refuseEmpty(expected)

  const proofs = createProvedTokens()
  const usedKeys = new WeakMap<FastifyRequest, string>()

  async function requireKey(request: FastifyRequest, decoded: Decoded): Promise<string> {
    const { header, payload } = decoded
    const organizationId = organizationOf(payload, expected)
    if (!organizationId) throw new TokenRefusal('organization')
    const key = await keys.findKey(organizationId, header.kid)
    if (!key) throw new TokenRefusal('key-unknown')
    usedKeys.set(request, key)
    return key
  }

  await scope.register(jwt, {
    secret: requireKey as unknown as jwt.Secret,
    decode: { complete: true },
    verify: {
      algorithms: ['RS256'],
      allowedAud: expected.audience,
      requiredClaims: ['iss', 'aud', 'exp', 'nbf', 'iat', 'tid', 'oid', 'ver', 'azp'],
      ignoreExpiration: true,
      ignoreNotBefore: true,
      cache: false,
    },
  })
  scope.decorateRequest('caller', null)

  scope.addHook('onRequest', async (request) => {
    const token = requireBearer(request.raw.rawHeaders)
    const known = proofs.find(token)
    const proved = known && (await stillHolds(known)) ? known : await prove(request, token)
    const verdict = validateClaims(proved.claims, expected, now())
    if (!verdict.isAccepted) {
      proofs.forget(token)
      throw new TokenRefusal(verdict.reason)
    }
    if (proved !== known) proofs.keep(token, proved)
    request.caller = verdict.caller
  })

  /** A key that the organization has withdrawn proves nothing any more. */
  async function stillHolds({ claims, keyId, key }: ProvedToken): Promise<boolean> {
    const organizationId = organizationOf(claims, expected)
    return organizationId !== undefined && (await keys.findKey(organizationId, keyId)) === key
  }

  async function prove(request: FastifyRequest, token: string): Promise<ProvedToken> {
    const { keyId, claims } = requireTokenShape(token)
    if (!organizationOf(claims, expected)) throw new TokenRefusal('organization')
    await verifySignature(request)
    const key = usedKeys.get(request)
    if (key === undefined) throw new TokenRefusal('signature')
    return { keyId, key, claims }
  }
}

async function verifySignature(request: FastifyRequest): Promise<void> {
  try {
    await request.jwtVerify()
  } catch (error) {
    const { code } = error as { code?: unknown }
    if (typeof code === 'string' && /^FA?ST_JWT_/.test(code)) throw new TokenRefusal('signature')
    throw error
  }
}

/** An empty expectation would be met by an empty claim. */
function refuseEmpty(expected: Expectations): void {
  const { audience, client, scope, organizations } = expected
  if (!audience || !client || !scope || organizations.size === 0) {
    throw new TypeError('audience, client, scope and organizations must be set')
  }
  for (const organizationId of organizations) {
    if (!expected.issuerOf(organizationId as OrganizationId)) throw new TypeError('no issuer')
  }
}
