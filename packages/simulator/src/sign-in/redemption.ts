import type { Simulation } from '../simulation.ts'
import { type Account, answersTo } from '../world/account.ts'
import { type Application, invitationPortal } from '../world/application.ts'
import type { Invitation } from '../world/invitation.ts'
import type { Tenant } from '../world/tenant.ts'
import type { User } from '../world/user.ts'
import { findAccountByAddress } from '../world/world.ts'
import { acceptInvitation, type Agreement, questionBefore } from './acceptance.ts'
import { needsSecondFactor } from './conditional-access.ts'
import { findUserOf, noGuestHere, requireCollaboration } from './guest-here.ts'
import type { Errand, Outcome } from './outcome.ts'
import { type Form, recognize } from './recognize.ts'
import { recordSignIn } from './record-sign-in.ts'
import { type Session, signedInAt } from './sessions.ts'
import { SignInError } from './sign-in-error.ts'

/** An invitation whose link somebody has opened. */
export interface Redemption extends Errand {
  readonly tenant: Tenant
  readonly application: Application
  readonly invitation: Invitation
  readonly user: User
  readonly invited: string
}

/** The link leads to nothing: it was never given out, or the guest is deleted, or was reset. */
export class RedemptionFailed extends Error {}

type Query = Readonly<Record<string, string | undefined>>

/**
 * The way of an invitation, from its link to the page that whoever invited has named.
 *
 * ```
 * link ─► who ─code by mail─► permissions ─► terms, if there are some ─► redirect
 *          └─► error page      └─ cancelled ─► error page
 * ```
 *
 * Whoever is signed in with the invited account is not asked who they are.
 */
export function openInvitation(
  simulation: Simulation,
  query: Query,
  session: Session | undefined,
): Outcome<Redemption> {
  const request = readRedemption(simulation, query)
  const account = findAccountByAddress(simulation.world, request.invitation.mail)
  if (session && account && signedInAt(session, account, simulation.clock.now())) {
    return proceed(simulation, request, session, account, {})
  }
  return { kind: 'picker', request, ...(account ? { hinted: account } : {}) }
}

/** @throws {SignInError} {@link RedemptionFailed} shown as pages that do not lead on. */
export function takeUpInvitation(
  simulation: Simulation,
  query: Query,
  session: Session,
  form: Form,
): Outcome<Redemption> {
  const request = readRedemption(simulation, query)
  if (form['decline'] !== undefined) throw new SignInError(65004)
  const found = recognize(simulation, session, request, form)
  if ('kind' in found) return found
  return proceed(simulation, request, session, found.account, {
    hasAccepted: form['accept'] !== undefined,
    hasAcceptedTerms: form['terms'] !== undefined,
  })
}

function readRedemption({ world }: Simulation, query: Query): Redemption {
  const tenant = world.tenants.get(query['tenant'] ?? '')
  const invitation = tenant?.invitations.get(query['user'] ?? '')
  const user = tenant?.users.get(invitation?.userId ?? '')
  if (!tenant || !user || !invitation || invitation.ticket !== query['ticket']) {
    throw new RedemptionFailed()
  }
  return { tenant, application: invitationPortal, invitation, user, invited: invitation.mail }
}

function proceed(
  simulation: Simulation,
  request: Redemption,
  session: Session,
  account: Account,
  agreement: Agreement,
): Outcome<Redemption> {
  const { tenant, application } = request
  const attempt = { tenant, account, application, scope: 'openid', isInteractive: true }
  try {
    const outcome = judge(simulation, request, session, account, agreement)
    if (outcome.kind === 'redirect') recordSignIn(simulation, attempt)
    return outcome
  } catch (error) {
    if (error instanceof SignInError) recordSignIn(simulation, attempt, error)
    throw error
  }
}

function judge(
  simulation: Simulation,
  request: Redemption,
  session: Session,
  account: Account,
  agreement: Agreement,
): Outcome<Redemption> {
  const { tenant, invitation, user, application } = request
  requireCollaboration(simulation, tenant, account)
  requireRightAccount(simulation, request, account)
  if (!user.accountEnabled) throw new SignInError(50057)
  const hasMfa = session.secondFactors.has(account.accountId)
  const requested = { resource: application, openId: [] }
  const guarded = { tenant, user, account, requested, claimsRequest: undefined, hasMfa }
  if (needsSecondFactor(simulation, guarded)) return { kind: 'mfa', request, tenant, account }
  if (user.externalUserState === 'PendingAcceptance') {
    const question = questionBefore(simulation, tenant, account, agreement)
    if (question) return { kind: question, request, tenant, account }
    acceptInvitation(simulation, tenant, user, account)
  }
  return { kind: 'redirect', url: invitation.redirectUrl }
}

/**
 * The link is for the invited address, be it an alias, and once it is taken up for the account that
 * did. What becomes of it in other hands before that is V-18; somebody who is a guest here by another
 * object never comes to be this one as well.
 */
function requireRightAccount(
  { variants }: Simulation,
  { tenant, application, invitation, user }: Redemption,
  account: Account,
): void {
  const here = findUserOf(tenant, account)
  const isOther = here !== undefined && here.id !== user.id
  const isPending = user.externalUserState === 'PendingAcceptance'
  const isRight = isPending ? answersTo(account, invitation.mail) : here?.id === user.id
  const mayBind = isPending && variants.redeemedByAnother === 'binds-that-account'
  if (isOther || (!isRight && !mayBind)) throw noGuestHere(variants, tenant, account, application)
}
