import type { Person } from '@foyer/directory/person'
import type { Transaction } from 'kysely'
import type { ConnectedOrganization } from '../configuration/connected-organization.ts'
import { ProblemError } from '../http/problem-error.ts'
import { lapseMove } from '../moves/follow.ts'
import { findMove } from '../moves/move.ts'
import { findInForce } from '../standing/keep-standings.ts'
import type { Tables } from '../store/tables.ts'
import type { CallerIdentity } from '../token/validate-claims.ts'
import { offerEndsAt } from './check.ts'
import { requireMailable } from './day-cap.ts'
import {
  changeInvitation,
  findInvitation,
  hashOfAddress,
  type InvitationRow,
  lockInvitation,
  readInvitationWords,
  stateAt,
  type ToldInvitation,
} from './invitation.ts'
import { requireEnd } from './invite.ts'
import { canConfirm, canResend, canWithdraw, isFor } from './list.ts'
import { watchAcceptance, watchOffer } from './step-kinds.ts'
import { mailInvitation } from './tell.ts'
import { writeDownInvitation } from './write-down.ts'

/** Somebody of the organization who decides about an invitation. */
export interface Changing {
  readonly connected: ConnectedOrganization
  readonly caller: CallerIdentity
  readonly insider: Person
  readonly invitationId: string
  readonly requestId: string
  /** By the Clock. */
  readonly now: Date
}

/**
 * An invitation of which somebody may decide.
 *
 * @throws {ProblemError} `invitation-not-found`
 */
export async function requireOwn(
  transaction: Transaction<Tables>,
  { invitationId, caller }: Pick<Changing, 'invitationId' | 'caller'>,
): Promise<ToldInvitation> {
  const row = await lockInvitation(transaction, invitationId)
  const words = row && isFor(row, caller) && (await readInvitationWords(transaction, row))
  if (!row || !words) throw new ProblemError('invitation-not-found')
  return { row, words }
}

/**
 * Takes an invitation back. Withdrawn twice it is withdrawn.
 *
 * @throws {ProblemError} `invitation-not-open` once somebody has accepted, or it has ended otherwise.
 */
export async function withdraw(
  transaction: Transaction<Tables>,
  changing: Changing,
): Promise<void> {
  const { now } = changing
  const told = await requireOwn(transaction, changing)
  if (told.row.state === 'withdrawn') return
  if (!canWithdraw(stateAt(told.row, now))) throw new ProblemError('invitation-not-open')
  await changeInvitation(transaction, told.row, {
    state: 'withdrawn',
    endedAt: now,
    mailHash: null,
  })
  await lapseMove(transaction, told.row, {
    connected: changing.connected,
    at: now,
    because: 'withdrawn',
  })
  await writeDown(transaction, changing, told, 'withdraw-invitation')
}

/**
 * Sends the mail again, and ends the links from before. An offer is open anew from now on.
 *
 * @throws {ProblemError} with the reason why not.
 */
export async function resend(
  transaction: Transaction<Tables>,
  changing: Changing,
): Promise<InvitationRow> {
  const { connected, now } = changing
  const told = await requireOwn(transaction, changing)
  const { row, words } = told
  const state = stateAt(row, now)
  const move = await findMove(transaction, { invitationId: row.invitationId })
  if (!canResend(state, move)) throw new ProblemError('invitation-not-open')
  requireMailable(row)
  const inForce = await findInForce(transaction, now)
  requireEnd(inForce, row.endsOn, now)
  await requireFree(transaction, told, connected)
  await transaction
    .deleteFrom('link')
    .where('kind', '=', 'invitation')
    .where('subjectId', '=', row.invitationId)
    .execute()
  await changeInvitation(transaction, row, {
    state: state === 'accepted' ? 'accepted' : 'open',
    because: null,
    endedAt: null,
    expiresAt: offerEndsAt(inForce, now),
    mailHash: hashOfAddress(connected.organizationId, words.mail),
    mailings: row.mailings + 1,
    mailedAt: null,
    mailRefusedAt: null,
    openedAt: null,
    remindedAt: null,
    redirects: 0,
  })
  const again = await findInvitation(transaction, row.invitationId)
  if (!again) throw new Error('an invitation that was just changed is not there')
  await mailInvitation(transaction, { row: again, words }, { connected, at: now })
  if (again.state === 'open') await watchOffer(transaction, again)
  await writeDown(transaction, changing, { row: again, words }, 'resend-invitation')
  return again
}

/**
 * Says that whoever redeemed with another kind of account is the one who was invited: they are brought
 * in as everybody else is. Said twice it is the same.
 *
 * @throws {ProblemError} `invitation-not-open` where nobody is held.
 */
export async function confirmRedeemer(
  transaction: Transaction<Tables>,
  changing: Changing,
): Promise<void> {
  const told = await requireOwn(transaction, changing)
  const { row } = told
  if (row.state === 'redeemed' || (row.state === 'accepted' && row.expected === 'unknown')) return
  if (!canConfirm(row)) throw new ProblemError('invitation-not-open')
  const change = { state: 'accepted', because: null, expected: 'unknown', endedAt: null }
  await changeInvitation(transaction, row, change)
  await watchAcceptance(transaction, { ...row, attemptedAt: changing.now })
  await writeDown(transaction, changing, told, 'confirm-redeemer')
}

/** @throws {ProblemError} `invited-already` where another one has been sent to the address meanwhile. */
async function requireFree(
  transaction: Transaction<Tables>,
  { row, words }: ToldInvitation,
  { organizationId }: ConnectedOrganization,
): Promise<void> {
  const other = await transaction
    .selectFrom('invitation')
    .select('invitationId')
    .where('mailHash', '=', hashOfAddress(organizationId, words.mail))
    .where('state', 'in', ['open', 'accepting', 'accepted'])
    .where('invitationId', '<>', row.invitationId)
    .executeTakeFirst()
  if (other) throw new ProblemError('invited-already')
}

async function writeDown(
  transaction: Transaction<Tables>,
  { caller, insider, requestId, now }: Changing,
  told: ToldInvitation,
  act: 'withdraw-invitation' | 'resend-invitation' | 'confirm-redeemer',
): Promise<void> {
  await writeDownInvitation(transaction, told, {
    act,
    outcome: 'done',
    actor: {
      kind: caller.isOperator ? 'operator' : 'sponsor',
      id: insider.personId,
      name: insider.name,
    },
    requestId,
    tokenId: caller.tokenId,
    sessionId: caller.sessionId,
    at: now,
  })
}
