import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { ProblemError } from '../http/problem-error.ts'
import { actsADay, spendAllowance } from '../limits/allowance.ts'
import type { Store } from '../store/store.ts'
import { addStep } from '../work/add-step.ts'
import { urgency } from '../work/step.ts'
import { type DoneLeaving, findRestoration, restoreGuestKind } from './restoration.ts'

/** The will of somebody who has left to be back. */
export interface Return {
  readonly leaving: DoneLeaving
  readonly language: string
  readonly requestId: string
  /** By the Clock. */
  readonly askedAt: Date
}

/**
 * Accepts that somebody takes their leaving back: from here on it is done, or ends with a reason.
 *
 * @returns when it was asked for: whoever asks again while it is under way has asked for the same.
 * @throws {ProblemError} for too many acts.
 * @throws {StoreError}
 */
export async function acceptReturn(
  store: Store,
  { leaving, language, requestId, askedAt }: Return,
): Promise<Date> {
  const { organizationId, guestId, leavingId } = leaving
  const waitSeconds = await spendAllowance(store, actsADay, `${organizationId}/${guestId}`)
  if (waitSeconds !== undefined) {
    throw new ProblemError('too-many-acts', { retryAfterSeconds: waitSeconds })
  }
  return store.asOrganization(organizationId, async (transaction) => {
    const restorationId = randomUUID()
    const { rows } = await sql<object>`
      INSERT INTO restoration (organization_id, restoration_id, leaving_id, guest_id, asked_at,
        language, request_id)
      VALUES (${organizationId}, ${restorationId}, ${leavingId}, ${guestId}, ${askedAt},
        ${language}, ${requestId})
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
  })
}
