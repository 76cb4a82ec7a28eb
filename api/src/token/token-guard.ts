import jwt from '@fastify/jwt'
import type { OrganizationId } from '@foyer/contracts/ids'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { requireBearer } from './bearer.ts'
import type { KeyCache } from './key-cache.ts'
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

  async function requireKey(_: FastifyRequest, decoded: Decoded): Promise<string> {
    const { header, payload } = decoded
    const organizationId = organizationOf(payload, expected)
    if (!organizationId) throw new TokenRefusal('organization')
    const key = await keys.findKey(organizationId, header.kid)
    if (!key) throw new TokenRefusal('key-unknown')
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
    const { claims } = requireTokenShape(requireBearer(request.raw.rawHeaders))
    if (!organizationOf(claims, expected)) throw new TokenRefusal('organization')
    await verifySignature(request)
    const verdict = validateClaims(claims, expected, now())
    if (!verdict.isAccepted) throw new TokenRefusal(verdict.reason)
    request.caller = verdict.caller
  })
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
