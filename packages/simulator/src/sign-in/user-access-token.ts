import type { JWTPayload } from 'jose'
import { secondsOf } from '../control/clock.ts'
import type { Simulation } from '../simulation.ts'
import type { Account } from '../world/account.ts'
import { enforcedContextsOf } from '../world/conditional-access.ts'
import type { OptionalClaim } from '../world/application.ts'
import type { Tenant } from '../world/tenant.ts'
import type { User } from '../world/user.ts'
import { askedContextsOf, clientCapabilitiesOf } from './claims-request.ts'
import type { Grant } from './grants.ts'
import type { RequestedScopes } from './resource-scopes.ts'
import {
  isAtHome,
  opaque,
  personClaims,
  randomLifeSeconds,
  subjectOf,
  timesOf,
} from './token-claims.ts'

export interface UserTokenRequest {
  readonly tenant: Tenant
  readonly user: User
  readonly account: Account
  readonly grant: Grant
  readonly requested: RequestedScopes
  readonly scopes: readonly string[]
}

/** An access token for a person, of the version that the resource takes. */
export async function createUserAccessToken(
  simulation: Simulation,
  request: UserTokenRequest,
): Promise<{ token: string; expiresIn: number }> {
  const expiresIn = randomLifeSeconds()
  const times = timesOf(simulation.clock.now(), expiresIn)
  const claims =
    request.requested.resource.api.tokenVersion === 2
      ? claimsOfVersion2(simulation, request)
      : claimsOfVersion1(simulation, request)
  return { token: await simulation.signingKeys.sign({ ...claims, ...times }), expiresIn }
}

function claimsOfVersion2(simulation: Simulation, request: UserTokenRequest): JWTPayload {
  const { tenant, user, grant, requested, scopes } = request
  const roles = tenant.appRoles.get(user.id)
  return {
    aud: requested.resource.clientId,
    iss: `${simulation.authority}/${tenant.tenantId}/v2.0`,
    aio: opaque(40),
    azp: grant.clientId,
    azpacr: '0',
    ...personClaims(simulation, request),
    ...(roles ? { roles: [...roles] } : {}),
    scp: scopes.join(' '),
    sid: grant.sessionId,
    sub: subjectOf(tenant, user, requested.resource.clientId),
    uti: opaque(16),
    ver: '2.0',
    ...optionalClaims(simulation, request),
  }
}

/** Graph and Resource Manager take version 1: to apps their tokens are opaque (access-tokens.md). */
function claimsOfVersion1(simulation: Simulation, request: UserTokenRequest): JWTPayload {
  const { tenant, user, grant, requested, scopes } = request
  const { email, idp, name, oid, rh, tid } = personClaims(simulation, request)
  return {
    aud: requested.resourceUri,
    iss: `${simulation.authority}/${tenant.tenantId}/`,
    acr: '1',
    appid: grant.clientId,
    appidacr: '0',
    ...(email ? { email, idp } : {}),
    idtyp: 'user',
    name,
    oid,
    puid: opaque(8),
    rh,
    scp: scopes.join(' '),
    sub: subjectOf(tenant, user, requested.resource.clientId),
    tid,
    uti: opaque(16),
    ver: '1.0',
  }
}

/** Those claims only that the resource's registration asks for. */
function optionalClaims(simulation: Simulation, request: UserTokenRequest): JWTPayload {
  const asked = request.requested.resource.api.optionalClaims
  const values: Readonly<Record<OptionalClaim, unknown>> = {
    auth_time: authTimeOf(simulation, request),
    acct: acctOf(simulation, request.user),
    idtyp: 'user',
    acrs: acrsOf(request),
    xms_cc: clientCapabilitiesOf(request.grant),
  }
  const present = asked.filter((claim) => values[claim] !== undefined)
  return Object.fromEntries(present.map((claim) => [claim, values[claim]]))
}

function authTimeOf(simulation: Simulation, { tenant, account, grant }: UserTokenRequest) {
  if (isAtHome(tenant, account)) return secondsOf(grant.signedInAt)
  const times = {
    absent: undefined,
    stale: secondsOf(grant.homeSignedInAt),
    fresh: secondsOf(grant.signedInAt),
  }
  return times[simulation.variants.authTime[account.kind]]
}

function acctOf({ variants }: Simulation, { userType }: User) {
  const acct = userType === 'Guest' ? 1 : 0
  return { absent: undefined, number: acct, string: String(acct) }[variants.acct]
}

/** The authentication contexts that were asked for, where the tenant has a policy behind them. */
function acrsOf({ tenant, grant }: UserTokenRequest) {
  const enforced = enforcedContextsOf(tenant)
  const met = askedContextsOf(grant.claimsRequest).filter((context) => enforced.includes(context))
  return met.length > 0 ? met : undefined
}
