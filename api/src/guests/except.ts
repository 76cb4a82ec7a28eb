import type { EndOwner, GuestStanding } from '@foyer/contracts/standing'
import { addDays, type Day } from '@foyer/lifecycle/calendar'
import type { Transaction } from 'kysely'
import { endDoubt } from '../doubts/doubt.ts'
import { ProblemError } from '../http/problem-error.ts'
import type { Tables } from '../store/tables.ts'
import { type Deciding, lockTerm, standingAfter, writeDownDecision } from './decide.ts'
import { changeTermWords } from './term.ts'

/** A year: whoever needs an exception for longer decides it again. */
const mostDays = 366

/**
 * Keeps the rules of the policy from a guest until a day. What was set for them holds all the same.
 *
 * @throws {ProblemError} with the reason why not.
 */
export async function makeException(
  transaction: Transaction<Tables>,
  deciding: Deciding,
  { until, reason }: { readonly until: Day; readonly reason: string },
): Promise<GuestStanding> {
  const { organizationId, guest, answerer, now } = deciding
  const { inForce } = await lockTerm(transaction, deciding)
  if (until < inForce.today) throw new ProblemError('end-in-the-past')
  if (until > addDays(inForce.today, mostDays)) throw new ProblemError('exception-too-long')
  await transaction
    .updateTable('term')
    .set({ exceptUntil: until, exceptBy: answerer.personId })
    .where('guestId', '=', guest.personId)
    .execute()
  await changeTermWords(transaction, organizationId, guest.personId, {
    exception: { reason, by: answerer.name, at: now.toISOString() },
  })
  const standing = await standingAfter(transaction, deciding)
  await writeDownDecision(transaction, deciding, 'except', { until })
  return standing
}

/** Has the rules hold again, from now on. */
export async function endException(
  transaction: Transaction<Tables>,
  deciding: Deciding,
): Promise<GuestStanding> {
  const { organizationId, guest } = deciding
  const { known } = await lockTerm(transaction, deciding)
  if (!known.facts.exceptUntil) return standingAfter(transaction, deciding)
  await transaction
    .updateTable('term')
    .set({ exceptUntil: null, exceptBy: null })
    .where('guestId', '=', guest.personId)
    .execute()
  await changeTermWords(transaction, organizationId, guest.personId, { exception: undefined })
  const standing = await standingAfter(transaction, deciding)
  await writeDownDecision(transaction, deciding, 'end-exception', {})
  return standing
}

/** Says who decides when a guest's access ends; null leaves it to what the directory shows. */
export async function declareEndOwner(
  transaction: Transaction<Tables>,
  deciding: Deciding,
  owner: EndOwner | null,
): Promise<GuestStanding> {
  const { guest, now } = deciding
  await lockTerm(transaction, deciding)
  const { numUpdatedRows } = await transaction
    .updateTable('term')
    .set({ endOwner: owner })
    .where('guestId', '=', guest.personId)
    .where('endOwner', 'is distinct from', owner)
    .executeTakeFirst()
  // Nobody here decides with the answer any more.
  if (owner !== null && owner !== 'foyer') {
    await endDoubt(transaction, guest.personId, { state: 'closed', at: now })
  }
  const standing = await standingAfter(transaction, deciding)
  if (numUpdatedRows > 0n) {
    await writeDownDecision(transaction, deciding, 'declare-end-owner', { owner })
  }
  return standing
}
