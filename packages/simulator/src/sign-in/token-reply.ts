import { secondsOf } from '../control/clock.ts'
import type { Simulation } from '../simulation.ts'
import { type Account, consumerTenantId } from '../world/account.ts'
import { guidOf } from '../world/guid.ts'
import type { Tenant } from '../world/tenant.ts'
import type { User } from '../world/user.ts'
import type { RefreshToken } from './grants.ts'
import { isAtHome, opaque, personClaims, subjectOf, timesOf } from './token-claims.ts'
import { createUserAccessToken, type UserTokenRequest } from './user-access-token.ts'

const idTokenLifeSeconds = 3600
const hourMs = 3_600_000

/** What the token endpoint answers to a person's client. */
export async function createTokenReply(
  simulation: Simulation,
  request: UserTokenRequest,
  { nonce, renewed }: { nonce?: string | undefined; renewed?: RefreshToken } = {},
) {
  const { tenant, user, account, grant, requested } = request
  const { token, expiresIn } = await createUserAccessToken(simulation, request)
  const wantsIdToken = requested.openId.includes('openid')
  const now = simulation.clock.now()
  return {
    token_type: 'Bearer',
    scope: [
      ...request.scopes.map((name) => scopeInReply(request, name)),
      ...openIdOf(request),
    ].join(' '),
    expires_in: expiresIn,
    ext_expires_in: expiresIn,
    access_token: token,
    ...(requested.openId.includes('offline_access')
      ? {
          refresh_token: simulation.grants.addRefreshToken({
            ...grant,
            // Renewal does not lengthen a single-page app's day.
            issuedAt: renewed?.issuedAt ?? now,
            expiresAt:
              renewed?.expiresAt ?? new Date(now.getTime() + refreshLifeMs(simulation, account)),
          }),
        }
      : {}),
    ...(wantsIdToken ? { id_token: await createIdToken(simulation, request, nonce) } : {}),
    client_info: clientInfoOf(simulation, tenant, user, account),
  }
}

/** 24 h for a single-page app and never longer by renewal; 12 h for guests by SAML (V-07). */
function refreshLifeMs({ variants }: Simulation, account: Account): number {
  if (variants.refreshTokenLife === '90-days') return 90 * 24 * hourMs
  return (account.kind === 'saml' ? 12 : 24) * hourMs
}

async function createIdToken(
  simulation: Simulation,
  request: UserTokenRequest,
  nonce: string | undefined,
): Promise<string> {
  const { clock, authority, signingKeys } = simulation
  const { tenant, user } = request
  const { clientId, sessionId } = request.grant
  const { email, ...claims } = personClaims(simulation, request)
  return signingKeys.sign({
    aud: clientId,
    iss: `${authority}/${tenant.tenantId}/v2.0`,
    ...claims,
    ...(email ? { email } : {}),
    ...(nonce === undefined ? {} : { nonce }),
    sid: sessionId,
    sub: subjectOf(tenant, user, clientId),
    uti: opaque(16),
    ver: '2.0',
    ...timesOf(clock.now(), idTokenLifeSeconds),
  })
}

/** By which MSAL tells accounts apart: uid and utid name the home, where it can be known (V-02). */
export function clientInfoOf(
  { variants }: Simulation,
  tenant: Tenant,
  user: User,
  account: Account,
): string {
  const atHome = isAtHome(tenant, account) || account.kind === 'work'
  const own = { uid: account.homeObjectId ?? account.accountId, utid: homeOf(account) }
  const here = { uid: user.id, utid: tenant.tenantId }
  const info = atHome || variants.clientInfoWithoutEntraHome === 'own' ? own : here
  return Buffer.from(JSON.stringify(info)).toString('base64url')
}

function homeOf({ homeTenantId, accountId, kind }: Account): string {
  if (homeTenantId) return homeTenantId
  return kind === 'microsoft' ? consumerTenantId : guidOf(`home of ${accountId}`)
}

function openIdOf({ requested, scopes }: UserTokenRequest): readonly string[] {
  return requested.openId.filter((name) => name !== 'offline_access' && !scopes.includes(name))
}

/** Graph's scopes are told without the resource, those of others with it. */
function scopeInReply({ requested }: UserTokenRequest, name: string): string {
  const isOpenId = requested.openId.includes(name)
  return isOpenId ? name : `${requested.resourceUri}/${name}`
}

export function issuedOn(date: Date): string {
  return new Date(secondsOf(date) * 1000).toISOString()
}
