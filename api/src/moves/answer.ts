import type { PersonId } from '@foyer/contracts/ids'
import type { DirectoryGroup } from '@foyer/directory/group'
import { sql, type Transaction } from 'kysely'
import { changeTermWords } from '../guests/term.ts'
import { ProblemError } from '../http/problem-error.ts'
import { requireEnd } from '../invitations/invite.ts'
import { findInForce, keepStandingsOf } from '../standing/keep-standings.ts'
import type { Tables } from '../store/tables.ts'
import type { Answerer } from '../token/answerer.ts'
import { findSetEnd } from './choose.ts'
import { changeMove, lockMove, type MoveRow, sealMoveWords, type ToldMove } from './move.ts'
import { carry } from './step-kinds.ts'
import { writeDownMove } from './write-down.ts'

/** What somebody has said that follows, after it was asked live that they may. */
export interface MoveAnswer {
  readonly toGuestId: PersonId
  readonly groups: readonly DirectoryGroup[]
  readonly carriesEnd: boolean
  readonly answerer: Omit<Answerer, 'answersAs'>
  readonly isOperator: boolean
  readonly requestId: string
  /** By the Clock. */
  readonly now: Date
}

/** Whether somebody can still say what follows. */
export function isAnswerable({ state }: Pick<MoveRow, 'state'>): boolean {
  return state === 'redeemed' || state === 'ended'
}

/**
 * Keeps what follows to the new account, and has it done. The same again is the same.
 *
 * @throws {ProblemError} `move-not-asked` where it is stopped, or somebody has said otherwise.
 */
export async function answerMove(
  transaction: Transaction<Tables>,
  answer: MoveAnswer,
): Promise<void> {
  const { toGuestId, groups, answerer, isOperator, requestId, now } = answer
  const move = await lockMove(transaction, { toGuestId })
  if (!move) throw new ProblemError('move-not-found')
  if (!isAnswerable(move.row)) throw new ProblemError('move-not-asked')
  const groupIds = groups.map(({ groupId }) => groupId)
  if (move.row.answeredAt) {
    const isSame =
      move.row.answeredBy === answerer.personId &&
      (move.row.endsOn !== null) === answer.carriesEnd &&
      move.row.groupIds.toSorted().join() === groupIds.toSorted().join()
    if (isSame) return
    throw new ProblemError('move-not-asked')
  }
  const endsOn = answer.carriesEnd ? await carryEnd(transaction, move, answer) : null
  const answeredAs = isOperator ? 'operator' : 'sponsor'
  await changeMove(transaction, move.row, {
    answeredAt: now,
    answeredBy: answerer.personId,
    answeredAs,
    groupIds,
    endsOn,
    words: await sealMoveWords(transaction, move.row, {
      ...move.words,
      answeredBy: answerer.name,
      groups: groups.map(({ groupId, name }) => ({ groupId, name })),
    }),
    ...(groups.length === 0 ? { carriedAt: now } : {}),
  })
  if (groups.length > 0) await carry(transaction, move.row, 'join')
  await writeDownMove(transaction, move, {
    act: 'answer-move',
    outcome: 'done',
    actor: { kind: answeredAs, id: answerer.personId, name: answerer.name },
    guestId: toGuestId,
    requestId,
    tokenId: answerer.tokenId,
    sessionId: answerer.sessionId,
    facts: { groups: groupIds, ...(endsOn ? { endsOn } : {}) },
    at: now,
  })
}

/** Gives the new account the last day that was set for the old one. */
async function carryEnd(
  transaction: Transaction<Tables>,
  { row: { organizationId, guestId }, words }: ToldMove,
  { toGuestId, answerer, now }: MoveAnswer,
): Promise<string> {
  const day = await findSetEnd(transaction, guestId)
  if (!day) throw new ProblemError('end-in-the-past')
  const endsOn = requireEnd(await findInForce(transaction, now), day, now)
  await sql`
    INSERT INTO term (organization_id, guest_id, end_date, end_set_at, end_set_by)
    VALUES (${organizationId}, ${toGuestId}, ${endsOn}, ${now}, ${answerer.personId})
    ON CONFLICT (organization_id, guest_id) DO UPDATE SET end_date = excluded.end_date,
      end_set_at = excluded.end_set_at, end_set_by = excluded.end_set_by`.execute(transaction)
  // As at the old account, whose name says why.
  const date = { reason: words.guest.name, by: answerer.name }
  await changeTermWords(transaction, organizationId, toGuestId, { date })
  await keepStandingsOf(transaction, [toGuestId], now)
  return endsOn
}
