import type { Simulation } from '../simulation.ts'
import type { Account } from '../world/account.ts'
import type { Tenant } from '../world/tenant.ts'
import { needsNewSignIn, needsSecondFactor } from './conditional-access.ts'
import { requireGuestHere } from './guest-here.ts'
import type { RefreshToken } from './grants.ts'
import { findConsentedScopes, resolveScopes } from './resource-scopes.ts'
import { recordSignIn } from './record-sign-in.ts'
import { SignInError } from './sign-in-error.ts'
import { requireField, type TokenRequest } from './token-request.ts'
import { createTokenReply, issuedOn } from './token-reply.ts'

/**
 * A refresh token serves until its fixed end, and for an account with an Entra home at every
 * tenant where that account is somebody; the one it is renewed to ends when it did.
 */
export async function redeemRefreshToken(
  simulation: Simulation,
  request: TokenRequest,
): Promise<object> {
  const { tenant, application, form } = request
  const { world, grants } = simulation
  const token = grants.findRefreshToken(requireField(form, 'refresh_token'))
  const account = world.accounts.get(token?.accountId ?? '')
  if (!token || !account || token.clientId !== application.clientId) throw new SignInError(70000)
  const scope = form['scope'] ?? token.scopes.join(' ')
  const attempt = { tenant, account, application, scope, isInteractive: false }
  try {
    const reply = await renew(simulation, request, { token, account, scope })
    recordSignIn(simulation, attempt)
    return reply
  } catch (error) {
    if (error instanceof SignInError) recordSignIn(simulation, attempt, error)
    throw error
  }
}

interface Renewal {
  readonly token: RefreshToken
  readonly account: Account
  readonly scope: string
}

async function renew(
  simulation: Simulation,
  { tenant, application, form }: TokenRequest,
  { token, account, scope }: Renewal,
): Promise<object> {
  if (simulation.clock.now() >= token.expiresAt) {
    throw new SignInError(700084, [lifeOf(token), issuedOn(token.issuedAt)])
  }
  if (!serves(simulation, token, tenant, account)) throw new SignInError(70000)

  const requested = resolveScopes(simulation.world, tenant, scope)
  const { user } = requireGuestHere(simulation, tenant, token.accountId, application)
  const scopes = findConsentedScopes(tenant, application.clientId, requested)
  if (!scopes) {
    throw new SignInError(65001, [application.clientId, application.displayName], {
      suberror: 'consent_required',
    })
  }
  const grant = { ...token, claimsRequest: form['claims'] ?? token.claimsRequest }
  const guarded = { tenant, user, account, requested, claimsRequest: grant.claimsRequest }
  if (needsSecondFactor(simulation, { ...guarded, hasMfa: grant.hasMfa })) {
    throw new SignInError(50076, [requested.resourceUri], { suberror: 'basic_action' })
  }
  if (needsNewSignIn(simulation, { ...guarded, hasMfa: grant.hasMfa }, grant.signedInAt)) {
    throw new SignInError(70043, [issuedOn(grant.signedInAt)], { suberror: 'bad_token' })
  }
  return createTokenReply(
    simulation,
    { tenant, user, account, grant, requested, scopes },
    { renewed: token },
  )
}

/** V-01. */
function serves(
  { variants }: Simulation,
  token: RefreshToken,
  tenant: Tenant,
  account: Account,
): boolean {
  return (
    token.tenantId === tenant.tenantId ||
    account.kind === 'work' ||
    variants.refreshTokenElsewhere === 'every-account'
  )
}

/** As the text of 700084 writes a span: days, hours, minutes, seconds. */
function lifeOf({ issuedAt, expiresAt }: RefreshToken): string {
  const hours = Math.round((expiresAt.getTime() - issuedAt.getTime()) / 3_600_000)
  return `${Math.floor(hours / 24)}.${String(hours % 24).padStart(2, '0')}:00:00`
}
