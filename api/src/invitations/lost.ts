import { randomUUID } from 'node:crypto'
import type { OrganizationId } from '@foyer/contracts/ids'
import type { Transaction } from 'kysely'
import { connectedOf } from '../configuration/connected-organization.ts'
import type { LeavingSetting } from '../leaving/work.ts'
import type { Tables } from '../store/tables.ts'
import { addStep } from '../work/add-step.ts'
import { type StepKind, urgency } from '../work/step.ts'
import { hashOfAddress, readInvitationWords } from './invitation.ts'
import { mailInvitation } from './tell.ts'

/** The kind of the steps that look for a lost invitation, and mail its link again. */
const lostKind = 'invitation-lost'

/**
 * Keeps that somebody wants a link again, by the hash of an address in place of an id. Whether an
 * invitation is open for it is looked up by a step and not here, so that neither what is answered nor
 * how long it takes can tell.
 */
export async function askForLostInvitation(
  transaction: Transaction<Tables>,
  organizationId: OrganizationId,
  mail: string,
): Promise<void> {
  await addStep(transaction, {
    organizationId,
    kind: lostKind,
    subjectId: subjectOf(organizationId, mail),
    key: `${lostKind}:${randomUUID()}`,
    urgency: urgency.awaited,
  })
}

/** A step names a row by an id: the half of a hash is one for an address, and tells none. */
function subjectOf(organizationId: OrganizationId, mail: string): string {
  const hex = hashOfAddress(organizationId, mail).toString('hex').slice(0, 32)
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}

/** Mails the link again where an invitation is open; links from before lead on as well. */
export function lostInvitationWork({
  clock,
  organizations,
}: Pick<LeavingSetting, 'clock' | 'organizations'>): StepKind {
  return {
    kind: lostKind,
    async run(step) {
      const { organizationId, subjectId } = step
      await step.finish(async (transaction) => {
        const now = clock.now()
        const row = await transaction
          .selectFrom('invitation')
          .selectAll()
          .where((query) =>
            query.and([
              query('state', 'in', ['open', 'accepting', 'accepted']),
              query('expiresAt', '>', now),
              query(
                query.fn<string>('encode', [
                  query.fn('substring', ['mailHash', query.lit(1), query.lit(16)]),
                  query.val('hex'),
                ]),
                '=',
                subjectId.replaceAll('-', ''),
              ),
            ]),
          )
          .executeTakeFirst()
        const words = row && (await readInvitationWords(transaction, row))
        if (!row || !words) return
        await mailInvitation(
          transaction,
          { row, words },
          {
            connected: connectedOf(organizations, organizationId),
            at: now,
            key: `lost:${step.stepId}`,
          },
        )
      })
    },
    async giveUp() {},
  }
}
