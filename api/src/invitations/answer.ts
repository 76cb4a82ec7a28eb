import { declineDays } from '@foyer/contracts/invitation'
import type { Transaction } from 'kysely'
import type { ConnectedOrganization } from '../configuration/connected-organization.ts'
import { ProblemError } from '../http/problem-error.ts'
import { lapseMove } from '../moves/follow.ts'
import type { Tables } from '../store/tables.ts'
import {
  changeInvitation,
  lockInvitation,
  readInvitationWords,
  sealInvitationWords,
  stateAt,
  type ToldInvitation,
} from './invitation.ts'
import { watchOffer } from './step-kinds.ts'
import { tellInsiders } from './tell.ts'
import { writeDownInvitation } from './write-down.ts'

const dayMs = 24 * 60 * 60_000

/** Whoever holds the link of an invitation answers it. */
export interface Answering {
  readonly connected: ConnectedOrganization
  readonly invitationId: string
  readonly requestId: string
  /** By the Clock. */
  readonly now: Date
}

/** Until when a decline can be taken back; undefined where there is none. */
export function takeBackUntil({
  row: { state, endedAt },
}: Pick<ToldInvitation, 'row'>): Date | undefined {
  return state === 'declined' && endedAt
    ? new Date(endedAt.getTime() + declineDays * dayMs)
    : undefined
}

/**
 * Declines for whoever knows the invited address in full. Declined twice it is declined.
 *
 * @throws {ProblemError} `invitation-address-differs`, and `invitation-not-open`.
 */
export async function decline(
  transaction: Transaction<Tables>,
  answering: Answering,
  { mail, reason }: { readonly mail: string; readonly reason: string | undefined },
): Promise<void> {
  const { connected, now } = answering
  const told = await requireLocked(transaction, answering)
  const { row, words } = told
  if (mail.trim().toLowerCase() !== words.mail.toLowerCase()) {
    throw new ProblemError('invitation-address-differs')
  }
  if (row.state === 'declined') return
  requireOpen(told, now)
  await changeInvitation(transaction, row, {
    state: 'declined',
    endedAt: now,
    mailHash: null,
    words: await sealInvitationWords(transaction, row, {
      ...words,
      ...(reason === undefined ? {} : { declineReason: reason }),
    }),
  })
  await tellInsiders(transaction, told, { connected, at: now }, { outcome: 'declined', reason })
  await lapseMove(transaction, row, { connected, at: now, because: 'declined' })
  await writeDown(transaction, answering, told, 'decline-invitation')
}

/**
 * Opens a declined invitation again. It ends when it would have ended, and not before the time in
 * which a decline can be taken back.
 *
 * @throws {ProblemError} `invitation-not-open` where it is too late, or another one was sent meanwhile.
 */
export async function takeBackDecline(
  transaction: Transaction<Tables>,
  answering: Answering,
  mailHashOf: (mail: string) => Uint8Array,
): Promise<void> {
  const { now } = answering
  const told = await requireLocked(transaction, answering)
  const { row, words } = told
  if (stateAt(row, now) === 'open') return
  const until = takeBackUntil(told)
  if (!until || until <= now) throw new ProblemError('invitation-not-open')
  const mailHash = mailHashOf(words.mail)
  const other = await transaction
    .selectFrom('invitation')
    .select('invitationId')
    .where('mailHash', '=', mailHash)
    .where('state', 'in', ['open', 'accepting', 'accepted'])
    .executeTakeFirst()
  if (other) throw new ProblemError('invitation-not-open')
  const { declineReason: _, ...rest } = words
  await changeInvitation(transaction, row, {
    state: 'open',
    endedAt: null,
    expiresAt: row.expiresAt > until ? row.expiresAt : until,
    mailHash,
    words: await sealInvitationWords(transaction, row, rest),
  })
  await watchOffer(transaction, row)
  await writeDown(transaction, answering, told, 'take-back-decline')
}

/**
 * Ends an invitation that has reached somebody else.
 *
 * @throws {ProblemError} `invitation-not-open`
 */
export async function disown(
  transaction: Transaction<Tables>,
  answering: Answering,
): Promise<void> {
  const { connected, now } = answering
  const told = await requireLocked(transaction, answering)
  if (told.row.state === 'not-theirs') return
  requireOpen(told, now)
  await changeInvitation(transaction, told.row, {
    state: 'not-theirs',
    endedAt: now,
    mailHash: null,
  })
  await tellInsiders(transaction, told, { connected, at: now }, { outcome: 'not-theirs' })
  await lapseMove(transaction, told.row, { connected, at: now, because: 'not-theirs' })
  await writeDown(transaction, answering, told, 'disown-invitation')
}

async function requireLocked(
  transaction: Transaction<Tables>,
  { invitationId }: Answering,
): Promise<ToldInvitation> {
  const row = await lockInvitation(transaction, invitationId)
  const words = row && (await readInvitationWords(transaction, row))
  if (!row || !words) throw new ProblemError('invitation-link-not-found')
  return { row, words }
}

/** Once somebody has accepted, the directory decides what becomes of it. */
function requireOpen({ row }: ToldInvitation, now: Date): void {
  if (stateAt(row, now) !== 'open') throw new ProblemError('invitation-not-open')
}

/** Nobody has proved who they are: the journal says what was done by the link. */
async function writeDown(
  transaction: Transaction<Tables>,
  { requestId, now }: Answering,
  told: ToldInvitation,
  act: 'decline-invitation' | 'take-back-decline' | 'disown-invitation',
): Promise<void> {
  await writeDownInvitation(transaction, told, {
    act,
    outcome: 'done',
    actor: { kind: 'guest' },
    requestId,
    at: now,
  })
}
