import type { OrganizationId } from '@foyer/contracts/ids'
import type { Transaction } from 'kysely'
import type { Tables } from '../store/tables.ts'
import type { Urgency } from './step.ts'

export interface NewStep {
  readonly organizationId: OrganizationId
  readonly kind: string
  readonly subjectId: string
  /** What makes a second one of the same harmless: ids and days. */
  readonly key: string
  readonly urgency: Urgency
}

/** Adds a step, in the transaction of what makes it necessary. One with its key is it already. */
export async function addStep(transaction: Transaction<Tables>, step: NewStep): Promise<void> {
  await transaction
    .insertInto('step')
    .values(step)
    .onConflict((conflict) => conflict.columns(['organizationId', 'key']).doNothing())
    .execute()
}
