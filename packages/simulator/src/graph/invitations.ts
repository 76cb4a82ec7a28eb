import { randomBytes, randomUUID } from 'node:crypto'
import type { EffectName } from '../control/effects.ts'
import { recordEffect } from '../simulation.ts'
import { accountByCode } from '../world/account.ts'
import type { Invitation } from '../world/invitation.ts'
import type { User } from '../world/user.ts'
import { findAccountByAddress, findAccountByMail } from '../world/world.ts'
import { requireUnrestricted } from './authority.ts'
import { readInvitation, type WantedInvitation } from './invitation-body.ts'
import { sendInvitation } from '../mail/invitation-mail.ts'
import { renderMessage } from './invitation-message.ts'
import { createInvited, findInvited, identitiesBefore, requireInvitable } from './invited-user.ts'
import { requireInviter, requireInviterOfMembers, requireResetter } from './inviter.ts'
import { type Call, contextOf, type GraphOperation, type GraphReply } from './operation.ts'
import { addSponsors, readSponsors } from './invited-sponsors.ts'

/** There is no other operation: an invitation cannot be read again, changed or taken back. */
export const invitationOperations: readonly GraphOperation[] = [
  { method: 'POST', path: '/invitations', answer: invite },
]

/**
 * Makes a guest who waits for their person, or another invitation for one who is here, and with
 * `resetRedemption` lets somebody who has taken up theirs do so anew, under the same object
 * (invitation-post.md).
 */
function invite(call: Call): GraphReply {
  const { simulation, tenant, caller } = call
  const wanted = readInvitation(call.body)
  if (!wanted.isReset || caller.userId === undefined) requireInviter(call)
  if (wanted.userType === 'Member') requireInviterOfMembers(call)
  const sponsorIds = readSponsors(call)
  const known = findInvited(call, wanted)
  requireInvitable(call, wanted.mail)
  if (wanted.isReset && known) requireResettable(call, known)
  if (known) addSponsors(call, known, sponsorIds)
  if (wanted.isReset && known) reset(call, known)
  const user = known ?? create(call, wanted, sponsorIds)
  connectAccount(call, user, wanted.mail)

  const invitation = {
    id: randomUUID(),
    userId: user.id,
    ticket: randomBytes(32).toString('base64'),
    mail: wanted.mail,
    redirectUrl: wanted.redirectUrl,
  }
  tenant.invitations.set(invitation.id, invitation)
  record(call, wanted.isReset ? 'redemption-reset' : 'guest-invited', user)
  const redeemUrl = redeemUrlOf(call, invitation)
  if (wanted.sendsMessage) {
    const inviter = tenant.users.get(caller.userId ?? '')
    const { text, copyTo } = wanted.message
    sendInvitation(simulation, {
      tenant,
      invitation,
      redeemUrl,
      inviter,
      words: text,
      copyTo: copyTo.address,
    })
  }
  return { status: 201, body: render(call, wanted, invitation, redeemUrl) }
}

function create(call: Call, wanted: WantedInvitation, sponsorIds: readonly string[]): User {
  const { tenant, caller } = call
  const user = createInvited(call, wanted)
  tenant.inviters.add(user.id, caller.principalId)
  record(call, 'user-created', user)
  // "If you don't specify a sponsor, the inviter is added" (b2b-sponsors.md); an app is nobody.
  const inviter = caller.userId === undefined ? [] : [caller.userId]
  addSponsors(call, user, sponsorIds.length > 0 ? sponsorIds : inviter)
  return user
}

function requireResettable(call: Call, user: User): void {
  requireUnrestricted(call, user.id)
  requireResetter(call, user)
}

/** Object, groups and apps stay; what was invited before leads nowhere any more. */
function reset(call: Call, user: User): void {
  const { tenant, simulation } = call
  for (const { id, userId } of tenant.invitations.values()) {
    if (userId === user.id) tenant.invitations.delete(id)
  }
  for (const [accountId, userId] of tenant.userIdByAccount) {
    if (userId === user.id) tenant.userIdByAccount.delete(accountId)
  }
  user.externalUserState = 'PendingAcceptance'
  user.externalUserStateChangeDateTime = simulation.clock
    .now()
    .toISOString()
    .replace(/\.\d+Z$/, 'Z')
  user.identities = identitiesBefore(tenant, user.userPrincipalName)
  recordEffect(simulation, tenant, {
    by: call.caller.actor,
    what: 'user-updated',
    targets: { userId: user.id },
    properties: ['externalUserState', 'externalUserStateChangeDateTime', 'identities'],
  })
}

/**
 * By a link to the organization itself a guest gets in with the very address that was invited, and
 * not where it is an alias (redemption-experience.md). Whoever is invited has a mailbox.
 */
function connectAccount({ simulation, tenant }: Call, user: User, mail: string): void {
  const { accounts } = simulation.world
  if (!findAccountByAddress(simulation.world, mail)) {
    const stranger = accountByCode(mail, user.displayName)
    accounts.set(stranger.accountId, stranger)
  }
  const account = findAccountByMail(simulation.world, mail)
  if (account && user.externalUserState === 'PendingAcceptance') {
    tenant.userIdByAccount.set(account.accountId, user.id)
  }
}

/** As recorded; `user` is the invitation, not the user. */
function redeemUrlOf({ simulation, tenant }: Call, { id, ticket }: Invitation): string {
  const query = new URLSearchParams({ tenant: tenant.tenantId, user: id, ticket, ver: '2.0' })
  const place = `${simulation.url}/redeem/?${query.toString()}`
  return `${simulation.url}/redeem?rd=${encodeURIComponent(place)}`
}

/** The status is always this one, whatever became of an earlier invitation (microsoft-graph-docs#2645). */
function render(
  call: Call,
  { displayName, userType, sendsMessage, isReset, message }: WantedInvitation,
  { id, mail, redirectUrl, userId }: Invitation,
  redeemUrl: string,
) {
  return {
    '@odata.context': contextOf(call, 'invitations/$entity'),
    id,
    inviteRedeemUrl: redeemUrl,
    invitedUserDisplayName: displayName,
    invitedUserType: userType,
    invitedUserEmailAddress: mail,
    sendInvitationMessage: sendsMessage,
    resetRedemption: isReset,
    inviteRedirectUrl: redirectUrl,
    status: 'PendingAcceptance',
    invitedUserMessageInfo: renderMessage(message),
    invitedUser: { id: userId },
  }
}

function record(
  { simulation, tenant, caller }: Call,
  what: Extract<EffectName, 'user-created' | 'guest-invited' | 'redemption-reset'>,
  user: User,
): void {
  recordEffect(simulation, tenant, { by: caller.actor, what, targets: { userId: user.id } })
}
