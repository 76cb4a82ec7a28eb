import { randomUUID } from 'node:crypto'
import type { PersonId } from '@foyer/contracts/ids'
import type { Holdings } from '@foyer/directory/holdings'
import type { RemovedPerson } from '@foyer/directory/removal'
import { isRemovedBy } from '@foyer/lifecycle/way-back'
import { type Selectable, sql, type Transaction } from 'kysely'
import { findLeaving, type LeavingRow } from '../leaving/leaving.ts'
import type { Tables } from '../store/tables.ts'
import { addStep } from '../work/add-step.ts'
import { urgency } from '../work/step.ts'

/** The kind of the steps that bring somebody back. */
export const restoreGuestKind = 'restore-guest'

export type RestorationRow = Selectable<Tables['restoration']>

/** A leaving that was carried out, and can be taken back. */
export interface DoneLeaving extends LeavingRow {
  readonly leftAt: Date
}

/** Undefined for a leaving of a group, and for one that was not carried out. */
export function doneLeaving(row: LeavingRow | undefined): DoneLeaving | undefined {
  if (!row || row.groupId || row.state !== 'done' || !row.leftAt) return undefined
  return { ...row, leftAt: row.leftAt }
}

/** @throws {Error} where it is not there: what goes with it goes before it. */
export async function requireDoneLeaving(
  transaction: Transaction<Tables>,
  leavingId: string,
): Promise<DoneLeaving> {
  const leaving = doneLeaving(await findLeaving(transaction, leavingId))
  if (!leaving) throw new Error('a leaving that was carried out is not there')
  return leaving
}

/** Whether they are removed by that leaving, and not by somebody else since. */
export function isRemovedByLeaving({ leftAt }: DoneLeaving, { removedAt }: RemovedPerson): boolean {
  return isRemovedBy(leftAt, removedAt === undefined ? undefined : new Date(removedAt))
}

/** What they had, by ids, just before they left. */
export function holdingsOf({ holdings }: LeavingRow): Holdings {
  return (holdings ?? { memberOf: [], nestedIn: [], owns: [], sponsors: [] }) as Holdings
}

/** @throws {Error} where its rows are gone: a step ends before they go. */
export async function requireRestoration(
  transaction: Transaction<Tables>,
  restorationId: string,
): Promise<{ readonly row: RestorationRow; readonly leaving: DoneLeaving }> {
  const row = await transaction
    .selectFrom('restoration')
    .selectAll()
    .where('restorationId', '=', restorationId)
    .executeTakeFirst()
  const leaving = row && doneLeaving(await findLeaving(transaction, row.leavingId))
  if (!row || !leaving) throw new Error('the restoration of a step is not there')
  return { row, leaving }
}

/** The last one of a leaving. */
export async function findRestoration(
  transaction: Transaction<Tables>,
  leavingId: string,
): Promise<RestorationRow | undefined> {
  return transaction
    .selectFrom('restoration')
    .selectAll()
    .where('leavingId', '=', leavingId)
    .orderBy('askedAt', 'desc')
    .limit(1)
    .executeTakeFirst()
}

/** What is to be brought back, and why. */
export interface NewRestoration {
  readonly leaving: DoneLeaving
  /** Of the guest. */
  readonly language: string
  readonly requestId: string
  /** By the Clock. */
  readonly askedAt: Date
  /** Who let them, where it was not for themselves to decide. */
  readonly granted?: {
    readonly by: PersonId
    readonly as: 'sponsor' | 'operator'
    readonly withoutGroups: readonly string[]
  }
}

/** @returns when it was asked for: what is under way is not begun once more. */
export async function addRestoration(
  transaction: Transaction<Tables>,
  { leaving, language, requestId, askedAt, granted }: NewRestoration,
): Promise<Date> {
  const { organizationId, guestId, leavingId } = leaving
  const restorationId = randomUUID()
  const { rows } = await sql<object>`
    INSERT INTO restoration (organization_id, restoration_id, leaving_id, guest_id, asked_at,
      language, request_id, granted_by, granted_as, without_groups)
    VALUES (${organizationId}, ${restorationId}, ${leavingId}, ${guestId}, ${askedAt},
      ${language}, ${requestId}, ${granted?.by ?? null}, ${granted?.as ?? null},
      ${granted?.withoutGroups ?? []})
    ON CONFLICT DO NOTHING RETURNING 1`.execute(transaction)
  if (rows.length === 0) {
    const underWay = await findRestoration(transaction, leavingId)
    if (!underWay) throw new Error('what is under way is not there')
    return underWay.askedAt
  }
  await addStep(transaction, {
    organizationId,
    kind: restoreGuestKind,
    subjectId: restorationId,
    key: `restoration:${restorationId}`,
    urgency: urgency.awaited,
  })
  return askedAt
}
