import { randomUUID } from 'node:crypto'
import type { Transaction } from 'kysely'
import type { Tables } from '../store/tables.ts'
import { addStep } from '../work/add-step.ts'
import { urgency } from '../work/step.ts'
import type { InvitationRow } from './invitation.ts'

/** The kind of the steps that remind of an open offer, and end it by the clock. */
export const offerKind = 'invitation-offer'
/** The kind of the steps that see what became of an acceptance, and bring the guest in. */
export const acceptanceKind = 'invitation-acceptance'

/** Has an open offer watched from here on. One that is watched twice is reminded of once. */
export async function watchOffer(
  transaction: Transaction<Tables>,
  row: Pick<InvitationRow, 'organizationId' | 'invitationId'>,
): Promise<void> {
  await watch(transaction, row, offerKind, randomUUID())
}

/** Has an acceptance seen to its end, once. */
export async function watchAcceptance(
  transaction: Transaction<Tables>,
  row: Pick<InvitationRow, 'organizationId' | 'invitationId' | 'attemptedAt'>,
): Promise<void> {
  await watch(transaction, row, acceptanceKind, row.attemptedAt?.toISOString() ?? '')
}

async function watch(
  transaction: Transaction<Tables>,
  { organizationId, invitationId }: Pick<InvitationRow, 'organizationId' | 'invitationId'>,
  kind: typeof offerKind | typeof acceptanceKind,
  which: string,
): Promise<void> {
  await addStep(transaction, {
    organizationId,
    kind,
    subjectId: invitationId,
    key: `${kind}:${invitationId}:${which}`,
    urgency: urgency.patient,
  })
}
