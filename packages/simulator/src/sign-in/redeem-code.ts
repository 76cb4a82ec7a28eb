import { createHash } from 'node:crypto'
import type { Simulation } from '../simulation.ts'
import { requireGuestHere } from './guest-here.ts'
import { findConsentedScopes, resolveScopes } from './resource-scopes.ts'
import { SignInError } from './sign-in-error.ts'
import { requireField, type TokenRequest } from './token-request.ts'
import { createTokenReply } from './token-reply.ts'

/** A code serves once, for a minute, its own client, tenant, redirect URI and PKCE verifier. */
export async function redeemCode(
  simulation: Simulation,
  { tenant, application, form }: TokenRequest,
): Promise<object> {
  const code = simulation.grants.findCode(requireField(form, 'code'))
  const verifier = form['code_verifier']
  if (!code || code.clientId !== application.clientId || code.tenantId !== tenant.tenantId) {
    throw new SignInError(70000)
  }
  if (code.isRedeemed) throw new SignInError(54005)
  if (simulation.clock.now() >= code.expiresAt) throw new SignInError(70008)
  if (requireField(form, 'redirect_uri') !== code.redirectUri) throw new SignInError(70000)
  if (!verifier) throw new SignInError(9002325)
  if (challengeOf(verifier) !== code.codeChallenge) throw new SignInError(50148)
  code.isRedeemed = true

  const { user, account } = requireGuestHere(simulation, tenant, code.accountId, application)
  const requested = resolveScopes(simulation.world, tenant, code.scopes.join(' '))
  const scopes = findConsentedScopes(tenant, application.clientId, requested)
  if (!scopes) throw new SignInError(65001, [application.clientId, application.displayName])
  return createTokenReply(
    simulation,
    { tenant, user, account, grant: code, requested, scopes },
    { nonce: code.nonce },
  )
}

/** RFC 7636, S256. */
function challengeOf(verifier: string): string {
  return createHash('sha256').update(verifier, 'ascii').digest('base64url')
}
