import type { KeyObject } from 'node:crypto'
import { decodeProtectedHeader, errors, type JWTPayload, jwtVerify } from 'jose'
import type { Actor } from '../control/effects.ts'
import type { Simulation } from '../simulation.ts'
import { graphClientId } from '../world/application.ts'
import type { Tenant } from '../world/tenant.ts'
import { GraphError, insufficientPrivileges } from './graph-error.ts'

/** Who calls: an app by its own right, or a person through one. */
export interface Caller {
  readonly tenant: Tenant
  readonly clientId: string
  /** Application permissions; empty for a person's token. */
  readonly roles: readonly string[]
  /** Delegated scopes; empty for an app's own token. */
  readonly scopes: readonly string[]
  /** The person, if the token is theirs. */
  readonly userId: string | undefined
  /** The object that roles are assigned to: the person, or the app's service principal. */
  readonly principalId: string
  readonly actor: Actor
}

const audiences = ['https://graph.microsoft.com', 'https://graph.microsoft.com/', graphClientId]

/** @throws {GraphError} 401 in Graph's words. */
export async function requireCaller(
  simulation: Simulation,
  authorization: string | undefined,
): Promise<Caller> {
  const claims = await verifyToken(simulation, authorization, audiences)
  const tenant = simulation.world.tenants.get(String(claims['tid']))
  if (!tenant) throw unauthenticated('Access token validation failure. Invalid tenant.')

  const clientId = String(claims['appid'] ?? claims['azp'])
  const principal = tenant.servicePrincipals.get(clientId)
  const scopes = typeof claims['scp'] === 'string' ? claims['scp'].split(' ') : []
  const isPerson = typeof claims['scp'] === 'string'
  const userId = isPerson ? String(claims['oid']) : undefined
  return {
    tenant,
    clientId,
    roles: isPerson ? [] : stringsOf(claims['roles']),
    scopes,
    userId,
    principalId: userId ?? principal?.id ?? clientId,
    actor: userId
      ? { kind: 'person', id: userId, name: String(claims['name']) }
      : { kind: 'app', id: clientId, name: principal?.displayName ?? clientId },
  }
}

interface Proved {
  readonly key: KeyObject
  readonly payload: JWTPayload
}

/** A signature is proved once; so many are remembered. */
const mostProved = 1_000
const proved = new Map<string, Proved>()

/** Checks a token that was issued here, for one of these audiences, by the simulated clock. */
export async function verifyToken(
  { signingKeys, clock }: Simulation,
  authorization: string | undefined,
  audience: string[],
): Promise<JWTPayload> {
  const [scheme, token] = authorization?.split(' ') ?? []
  if (scheme?.toLowerCase() !== 'bearer' || !token) throw unauthenticated('Access token is empty.')
  if (!token.includes('.')) {
    throw unauthenticated(
      'IDX14100: JWT is not well formed, there are no dots (.). The token needs to be in JWS or JWE Compact Serialization Format.',
    )
  }
  try {
    const key = signingKeys.find(decodeProtectedHeader(token).kid)
    if (!key) throw new errors.JWSSignatureVerificationFailed()
    const known = proved.get(token)
    if (known?.key === key && isCurrent(known.payload, audience, clock.now())) return known.payload
    const { payload } = await jwtVerify(token, key, {
      algorithms: ['RS256'],
      audience,
      currentDate: clock.now(),
    })
    if (proved.size >= mostProved) proved.clear()
    proved.set(token, { key, payload })
    return payload
  } catch (error) {
    if (error instanceof errors.JWTExpired) throw unauthenticated('Access token has expired.')
    const isAudience = error instanceof errors.JWTClaimValidationFailed && error.claim === 'aud'
    const reason = isAudience ? ' Invalid audience.' : ''
    throw unauthenticated(`Access token validation failure.${reason}`)
  }
}

/** Whoever is not is told why by the whole check. */
function isCurrent({ exp, nbf, aud }: JWTPayload, audience: string[], now: Date): boolean {
  const second = Math.floor(now.getTime() / 1000)
  const isItsTime = exp !== undefined && exp > second && (nbf === undefined || nbf <= second)
  return isItsTime && typeof aud === 'string' && audience.includes(aud)
}

/** @throws {GraphError} 403 unless the caller has one of the permissions of its kind. */
export function requireOneOf(caller: Caller, accepted: PermissionSet): void {
  if (!holdsOneOf(caller, accepted)) throw insufficientPrivileges()
}

export function holdsOneOf(
  caller: Caller,
  { application, delegated = [] }: PermissionSet,
): boolean {
  const held = caller.userId === undefined ? caller.roles : caller.scopes
  const accepted = caller.userId === undefined ? application : delegated
  return accepted.some((name) => held.includes(name))
}

/** Any one of them is enough. */
export interface PermissionSet {
  readonly application: readonly string[]
  readonly delegated?: readonly string[]
}

export function unauthenticated(message: string): GraphError {
  return new GraphError(401, 'InvalidAuthenticationToken', message)
}

function stringsOf(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((item) => typeof item === 'string') : []
}
