import type { OrganizationId, PersonId } from '@foyer/contracts/ids'
import { addDays, type Day, dayOf } from '@foyer/lifecycle/calendar'
import type { Selectable, Transaction } from 'kysely'
import { ProblemError } from '../http/problem-error.ts'
import { findInForce } from '../standing/keep-standings.ts'
import type { Tables } from '../store/tables.ts'

/** A year: whoever needs it for longer decides it again. */
const mostDays = 366

export type DelegationRow = Selectable<Tables['invitingDelegation']>

/** The calendar day of an organization. */
async function todayOf(transaction: Transaction<Tables>, now: Date): Promise<Day> {
  return (await findInForce(transaction, now))?.today ?? dayOf(now, 'UTC')
}

/** Whether an operator has let somebody invite, and the day has not passed. */
export async function isDelegated(
  transaction: Transaction<Tables>,
  inviterId: string,
  now: Date,
): Promise<boolean> {
  const row = await transaction
    .selectFrom('invitingDelegation')
    .select('untilOn')
    .where('inviterId', '=', inviterId)
    .executeTakeFirst()
  return row !== undefined && row.untilOn >= (await todayOf(transaction, now))
}

/** Those that hold, the first to end first. */
export async function listDelegations(
  transaction: Transaction<Tables>,
  now: Date,
): Promise<DelegationRow[]> {
  return transaction
    .selectFrom('invitingDelegation')
    .selectAll()
    .where('untilOn', '>=', await todayOf(transaction, now))
    .orderBy('untilOn')
    .orderBy('inviterId')
    .execute()
}

/** @throws {ProblemError} for a day that is over, or more than a year away. */
export async function delegate(
  transaction: Transaction<Tables>,
  wish: {
    readonly organizationId: OrganizationId
    readonly inviterId: PersonId
    readonly until: Day
    readonly reason: string
    readonly by: PersonId
    readonly now: Date
  },
): Promise<void> {
  const { organizationId, inviterId, until, reason, by, now } = wish
  const today = await todayOf(transaction, now)
  if (until < today) throw new ProblemError('end-in-the-past')
  if (until > addDays(today, mostDays)) throw new ProblemError('exception-too-long')
  const change = { untilOn: until, reason, delegatedAt: now, delegatedBy: by }
  await transaction
    .insertInto('invitingDelegation')
    .values({ organizationId, inviterId, ...change })
    .onConflict((conflict) => conflict.columns(['organizationId', 'inviterId']).doUpdateSet(change))
    .execute()
}

/** @returns whether there was one. */
export async function endDelegation(
  transaction: Transaction<Tables>,
  inviterId: PersonId,
): Promise<boolean> {
  const { numDeletedRows } = await transaction
    .deleteFrom('invitingDelegation')
    .where('inviterId', '=', inviterId)
    .executeTakeFirst()
  return numDeletedRows > 0n
}
