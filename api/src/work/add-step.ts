import type { OrganizationId } from '@foyer/contracts/ids'
import { sql, type Transaction } from 'kysely'
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
  await addSteps(transaction, [step])
}

/** Adds many steps by one statement. */
export async function addSteps(
  transaction: Transaction<Tables>,
  steps: readonly NewStep[],
): Promise<void> {
  if (steps.length === 0) return
  await sql`
    INSERT INTO step (organization_id, kind, subject_id, key, urgency)
    SELECT * FROM unnest(
      ${steps.map(({ organizationId }) => organizationId)}::uuid[],
      ${steps.map(({ kind }) => kind)}::text[],
      ${steps.map(({ subjectId }) => subjectId)}::uuid[],
      ${steps.map(({ key }) => key)}::text[],
      ${steps.map(({ urgency }) => urgency)}::smallint[])
    ON CONFLICT (organization_id, key) DO NOTHING`.execute(transaction)
}
