import { invitationsADay } from '@foyer/contracts/invitation'
import { sql, type Transaction } from 'kysely'
import { ProblemError } from '../http/problem-error.ts'
import type { Tables } from '../store/tables.ts'

const dayMs = 24 * 60 * 60_000
/** How often one invitation is mailed in all. */
const mostMailings = 5

/** How many somebody has sent within a day, withdrawn ones too: each was a mail to a stranger. */
export async function countInvitedToday(
  transaction: Transaction<Tables>,
  personId: string,
  now: Date,
): Promise<number> {
  const { count } = await transaction
    .selectFrom('invitation')
    .select((query) => query.fn.countAll<string>().as('count'))
    .where('invitedBy', '=', personId)
    .where('invitedAt', '>', new Date(now.getTime() - dayMs))
    .executeTakeFirstOrThrow()
  return Number(count)
}

/**
 * Lets one more be sent; of two at the same moment, the second counts the first.
 *
 * @throws {ProblemError} `too-many-invitations` for all but operators.
 */
export async function requireRoomToday(
  transaction: Transaction<Tables>,
  { personId, isOperator }: { readonly personId: string; readonly isOperator: boolean },
  now: Date,
): Promise<void> {
  if (isOperator) return
  await sql`SELECT pg_advisory_xact_lock(hashtextextended(${personId}, 19))`.execute(transaction)
  if ((await countInvitedToday(transaction, personId, now)) < invitationsADay) return
  throw new ProblemError('too-many-invitations')
}

/** @throws {ProblemError} `too-many-invitations` for one that was mailed often enough. */
export function requireMailable({ mailings }: { readonly mailings: number }): void {
  if (mailings >= mostMailings) throw new ProblemError('too-many-invitations')
}
