import type { Simulation } from '../simulation.ts'
import type { Account } from '../world/account.ts'
import type { Tenant } from '../world/tenant.ts'
import type { User } from '../world/user.ts'
import { answerUrl, type AuthorizationRequest, requestedScopesOf } from './authorization-request.ts'
import { needsNewSignIn, needsSecondFactor } from './conditional-access.ts'
import { acceptInvitation, type Agreement, questionBefore } from './acceptance.ts'
import { findUserOf, noGuestHere, requireAudience, requireCollaboration } from './guest-here.ts'
import type { Outcome } from './outcome.ts'
import { findConsentedScopes } from './resource-scopes.ts'
import type { Session } from './sessions.ts'
import { recordSignIn } from './record-sign-in.ts'
import { SignInError } from './sign-in-error.ts'
import { clientInfoOf } from './token-reply.ts'

/** Codes live for about a minute (v2-oauth2-auth-code-flow.md). */
const codeLifeMs = 60_000

/**
 * After the home of an account has said who it is: whether that is somebody here, and the code.
 *
 * @throws {SignInError} shown as a page that does not lead back to the client.
 */
export function completeSignIn(
  simulation: Simulation,
  request: AuthorizationRequest,
  session: Session,
  account: Account,
  how: Agreement & { readonly isNewSignIn?: boolean } = {},
): Outcome {
  const tenant = tenantFor(simulation, request, account)
  const { application } = request
  const isInteractive = request.prompt !== 'none'
  const attempt = { tenant, account, application, scope: request.scope, isInteractive }
  try {
    const outcome = judge(simulation, request, { tenant, session, account, ...how })
    if (outcome.kind === 'redirect') recordSignIn(simulation, attempt)
    if (outcome.kind === 'mfa') {
      recordSignIn(simulation, attempt, new SignInError(50076, [application.displayName]))
    }
    return outcome
  } catch (error) {
    if (error instanceof SignInError) recordSignIn(simulation, attempt, error)
    throw error
  }
}

interface Arrival extends Agreement {
  readonly tenant: Tenant
  readonly session: Session
  readonly account: Account
  readonly isNewSignIn?: boolean
}

function judge(
  simulation: Simulation,
  request: AuthorizationRequest,
  { tenant, session, account, isNewSignIn, ...agreement }: Arrival,
): Outcome {
  const { application } = request
  requireCollaboration(simulation, tenant, account)
  const user = findUserOf(tenant, account)
  if (!user) throw noGuestHere(simulation.variants, tenant, account, application)
  requireAudience(simulation.variants, account, application)
  if (!user.accountEnabled) throw new SignInError(50057)
  requireAssignment(tenant, user, request)
  const requested = requestedScopesOf(simulation, tenant, request)
  const hasMfa = session.secondFactors.has(account.accountId)
  const guarded = { tenant, user, account, requested, claimsRequest: request.claims, hasMfa }
  if (needsSecondFactor(simulation, guarded)) return { kind: 'mfa', request, tenant, account }
  const since = session.signedInAt.get(account.accountId)
  if (since && !isNewSignIn && needsNewSignIn(simulation, guarded, since)) {
    return { kind: 'picker', request, hinted: account }
  }
  // A direct link to a tenant redeems an invitation just in time (redemption-experience.md).
  if (user.externalUserState === 'PendingAcceptance') {
    const question = questionBefore(simulation, tenant, account, agreement)
    if (question) return { kind: question, request, tenant, account }
    acceptInvitation(simulation, tenant, user, account)
  }
  if (!findConsentedScopes(tenant, application.clientId, requested)) {
    throw new SignInError(65001, [application.clientId, application.displayName])
  }
  if (request.prompt === 'consent' && !agreement.hasAccepted) {
    return { kind: 'consent', request, tenant, account }
  }
  return answerWithCode(simulation, request, session, tenant, user, account, isNewSignIn)
}

function answerWithCode(
  simulation: Simulation,
  request: AuthorizationRequest,
  session: Session,
  tenant: Tenant,
  user: User,
  account: Account,
  isNewSignIn = false,
): Outcome {
  const now = simulation.clock.now()
  const lastSignedInAt = session.signedInAt.get(account.accountId) ?? now
  const code = simulation.grants.addCode({
    clientId: request.application.clientId,
    accountId: account.accountId,
    tenantId: tenant.tenantId,
    scopes: request.scope.split(' ').filter(Boolean),
    homeSignedInAt: session.firstSignedInAt.get(account.accountId) ?? now,
    signedInAt: isNewSignIn ? now : lastSignedInAt,
    sessionId: session.sessionId,
    claimsRequest: request.claims,
    hasMfa: session.secondFactors.has(account.accountId),
    redirectUri: request.answer.redirectUri,
    codeChallenge: request.codeChallenge,
    nonce: request.nonce,
    expiresAt: new Date(now.getTime() + codeLifeMs),
  })
  return {
    kind: 'redirect',
    url: answerUrl(request.answer, {
      code,
      client_info: clientInfoOf(simulation, tenant, user, account),
      session_state: session.sessionId,
    }),
  }
}

/** Under a shared name people land in their home tenant, never where they are guests. */
function tenantFor(
  { world }: Simulation,
  { tenant, application }: AuthorizationRequest,
  account: Account,
): Tenant {
  if (tenant) return tenant
  const home = world.tenants.get(account.homeTenantId ?? '')
  if (!home) throw new SignInError(500200, [account.mail])
  if (!home.servicePrincipals.has(application.clientId)) {
    throw new SignInError(700016, [application.clientId, home.name])
  }
  return home
}

function requireAssignment(
  tenant: Tenant,
  user: User,
  { application }: AuthorizationRequest,
): void {
  const principal = tenant.servicePrincipals.get(application.clientId)
  if (principal?.isAssignmentRequired && !tenant.appRoles.has(user.id)) {
    throw new SignInError(50105, [application.displayName, user.displayName])
  }
}
