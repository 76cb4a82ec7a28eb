import type { Directory } from '@foyer/directory/directory'
import type { Transaction } from 'kysely'
import type { Clock } from '../clock.ts'
import {
  type ConnectedOrganization,
  languageOfPeople,
} from '../configuration/connected-organization.ts'
import type { Tables } from '../store/tables.ts'
import { PutOff, type Step } from '../work/step.ts'
import { endLeaving } from './end.ts'
import { findLeaving, type LeavingRow } from './leaving.ts'

/** What both kinds of leaving need. */
export interface LeavingSetting {
  readonly directory: Directory
  readonly clock: Pick<Clock, 'now'>
  readonly organizations: readonly ConnectedOrganization[]
  /** Of each look and each act: shorter than a lease. */
  readonly deadlineMs: number
}

/** What a step is about; one that was given up and is tried again is under way again. */
export async function takeUpLeaving(
  transaction: Transaction<Tables>,
  { subjectId }: Step,
): Promise<LeavingRow> {
  const row = await findLeaving(transaction, subjectId)
  if (!row) throw new Error('the leaving of a step is not there')
  if (row.state !== 'failed') return row
  return transaction
    .updateTable('leaving')
    .set({ state: 'under-way', because: null, endedAt: null })
    .where('leavingId', '=', subjectId)
    .where('state', '=', 'failed')
    .returningAll()
    .executeTakeFirstOrThrow()
}

/**
 * A guest who leaves the organization leaves no group at the same time: whoever was removed in the middle
 * could not be told whether they had left it. One group never waits for another.
 *
 * @returns false where it is not under way any more.
 * @throws {PutOff} while another leaving of the guest is attempted.
 */
export async function takeTurn(
  transaction: Transaction<Tables>,
  { guestId, groupId, leavingId }: LeavingRow,
): Promise<boolean> {
  const underWay = await transaction
    .selectFrom('leaving')
    .select(['leavingId', 'groupId', 'attemptedAt'])
    .where('guestId', '=', guestId)
    .where('state', '=', 'under-way')
    .orderBy('leavingId')
    .forUpdate()
    .execute()
  const other = underWay.find(
    (each) => each.attemptedAt && each.leavingId !== leavingId && !(groupId && each.groupId),
  )
  if (other) throw new PutOff('another-leaving', { waitMs: 1_000 })
  return underWay.some((each) => each.leavingId === leavingId)
}

export async function giveUpLeaving(
  transaction: Transaction<Tables>,
  { subjectId }: Step,
  because: string,
  { clock, organizations }: LeavingSetting,
): Promise<void> {
  const row = await findLeaving(transaction, subjectId)
  if (!row) return
  const connected = organizations.find(
    ({ organizationId }) => organizationId === row.organizationId,
  )
  await endLeaving(
    transaction,
    row,
    { state: 'failed', because },
    { now: clock.now(), organizationLanguage: connected ? languageOfPeople(connected) : 'en' },
  )
}
