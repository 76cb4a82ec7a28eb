import type { ActorKind } from '@foyer/contracts/journal'
import type { Transaction } from 'kysely'
import {
  type ConnectedOrganization,
  languageOfPeople,
} from '../configuration/connected-organization.ts'
import { findEnding } from '../endings/ending.ts'
import { stopEnding } from '../endings/begin.ts'
import { ProblemError } from '../http/problem-error.ts'
import {
  changeInvitation,
  type InvitationRow,
  lockInvitation,
  readInvitationWords,
} from '../invitations/invitation.ts'
import type { Tables } from '../store/tables.ts'
import { changeMove, findMove, isStoppable, lockMove, type MoveKey, type ToldMove } from './move.ts'
import { carry } from './step-kinds.ts'
import { tellInsiders, tellOldAccount } from './tell.ts'
import { writeDownMove } from './write-down.ts'

/** Who stops a move: the old account, by its sign-in or by a mail to it, or an operator. */
export interface Stopping {
  readonly connected: ConnectedOrganization
  readonly actor: {
    readonly kind: Extract<ActorKind, 'guest' | 'operator'>
    readonly id?: string
    readonly name?: string
  }
  readonly requestId: string
  readonly tokenId?: string | undefined
  readonly sessionId?: string | undefined
  /** By the Clock. */
  readonly at: Date
}

/**
 * Stops a move: the old account stays, or may sign in again, and the new one has nothing of it. One
 * that was stopped already, or lapsed, is stopped.
 *
 * @throws {ProblemError} `move-not-found`; `move-not-stoppable` where the old account is removed.
 */
export async function stopMove(
  transaction: Transaction<Tables>,
  key: MoveKey,
  stopping: Stopping,
): Promise<void> {
  const { connected, actor, at } = stopping
  const found = await findMove(transaction, key)
  if (!found) throw new ProblemError('move-not-found')
  const { invitationId, moveId } = found.row
  // In the order of whoever follows the invitation, so that of the two one comes first.
  const invitation = await lockInvitation(transaction, invitationId)
  const move = await lockMove(transaction, { moveId })
  if (!move || !isStoppable(move.row)) return
  if (move.row.state === 'ended') await letIn(transaction, move, stopping)
  await changeMove(transaction, move.row, { state: 'stopped', because: null, endedAt: at })
  // Whoever is bringing the new account into groups at this moment takes it out again after.
  if (move.row.answeredAt) await carry(transaction, move.row, 'take-back')
  await tellOldAccount(
    transaction,
    move,
    { organizationLanguage: languageOfPeople(connected), at },
    'stopped',
  )
  const words = invitation && (await readInvitationWords(transaction, invitation))
  const insiders = words ? [words.sponsor, words.invitedBy] : []
  await tellInsiders(transaction, move, { connected, at }, { outcome: 'stopped', insiders })
  if (invitation) await holdNewAccount(transaction, invitation, at)
  await writeDownMove(transaction, move, {
    act: 'stop-move',
    outcome: 'done',
    actor,
    requestId: stopping.requestId,
    tokenId: stopping.tokenId,
    sessionId: stopping.sessionId,
    at,
  })
}

/** Takes back that the access of the old account ends, and the block with it. */
async function letIn(
  transaction: Transaction<Tables>,
  { row, words }: ToldMove,
  { actor, requestId, tokenId, sessionId, at }: Stopping,
): Promise<void> {
  const last = await findEnding(transaction, row.guestId)
  // Somebody has ended the access by another decision since, which is not this one.
  if (!last || last.endingId !== row.endingId) throw new ProblemError('move-not-stoppable')
  if (last.state === 'removed' || last.attemptedAt) throw new ProblemError('move-not-stoppable')
  await stopEnding(transaction, {
    guest: { personId: row.guestId },
    actor: { name: words.guest.name, ...actor },
    requestId,
    tokenId,
    sessionId,
    now: at,
  })
}

/** Nobody is let in any more, and whoever has come is held without groups. */
async function holdNewAccount(
  transaction: Transaction<Tables>,
  { invitationId, state, guestId }: InvitationRow,
  at: Date,
): Promise<void> {
  if (guestId && ['accepted', 'redeemed', 'held'].includes(state)) {
    const change = { state: 'held', because: 'move-stopped', endedAt: at, mailHash: null }
    return changeInvitation(transaction, { invitationId }, change)
  }
  // Of one that is being accepted the directory is being asked: whoever hears its answer looks.
  if (state === 'accepting') return
  await changeInvitation(
    transaction,
    { invitationId },
    { state: 'withdrawn', endedAt: at, mailHash: null },
  )
}
