import { randomUUID } from 'node:crypto'
import type { Transaction } from 'kysely'
import type { Tables } from '../store/tables.ts'
import { addStep } from '../work/add-step.ts'
import { urgency } from '../work/step.ts'
import type { MoveRow } from './move.ts'

/** The kind of the steps that bring the new account into groups, or take it out again. */
export const carryKind = 'move-carry'
/** The kind of the steps that end the access of the old account when its time has come. */
export const endKind = 'move-end'

type Which = Pick<MoveRow, 'organizationId' | 'moveId'>

/** Has a worker do with the groups what the state of a move says now. */
export async function carry(
  transaction: Transaction<Tables>,
  { organizationId, moveId }: Which,
  what: 'join' | 'take-back',
): Promise<void> {
  await addStep(transaction, {
    organizationId,
    kind: carryKind,
    subjectId: moveId,
    // What was taken back while another worker still brought it is taken back once more.
    key: `${carryKind}:${moveId}:${what}${what === 'join' ? '' : `:${randomUUID()}`}`,
    urgency: urgency.awaited,
  })
}

/** Has the old account's time watched. */
export async function watchEnd(
  transaction: Transaction<Tables>,
  { organizationId, moveId }: Which,
): Promise<void> {
  await addStep(transaction, {
    organizationId,
    kind: endKind,
    subjectId: moveId,
    key: `${endKind}:${moveId}`,
    urgency: urgency.patient,
  })
}
