import { connectedOf } from '../configuration/connected-organization.ts'
import type { LeavingSetting } from '../leaving/work.ts'
import { requireItsTime } from '../work/its-time.ts'
import type { StepKind } from '../work/step.ts'
import { expire } from './expire.ts'
import {
  changeInvitation,
  type InvitationRow,
  lockInvitation,
  readInvitationWords,
} from './invitation.ts'
import { offerKind, watchOffer } from './step-kinds.ts'
import { remindOfInvitation } from './tell.ts'

const dayMs = 24 * 60 * 60_000
/** So long before an offer ends its holder is reminded, once. */
const reminderMs = 5 * dayMs

/**
 * Reminds of an open offer, and ends it by the clock:
 *
 *   wait ──five days before its end──► remind ──► wait ──its end──► expired
 *     └──answered, withdrawn, or watched anew──► done
 */
export function offerWork({
  clock,
  organizations,
}: Pick<LeavingSetting, 'clock' | 'organizations'>): StepKind {
  return {
    kind: offerKind,
    async run(step) {
      const { organizationId, subjectId } = step
      const seen = await step.note(async (transaction) => lockInvitation(transaction, subjectId))
      if (seen?.state === 'open') requireItsTime(nextAt(seen), clock.now())
      await step.finish(async (transaction) => {
        const now = clock.now()
        const row = await lockInvitation(transaction, subjectId)
        const words = row && (await readInvitationWords(transaction, row))
        if (!row || !words || row.state !== 'open') return
        if (row.expiresAt <= now) {
          const connected = connectedOf(organizations, organizationId)
          return expire(transaction, { row, words }, connected, now)
        }
        if (nextAt(row) <= now) {
          await changeInvitation(transaction, row, { remindedAt: now })
          await remindOfInvitation(transaction, { row, words }, now)
        }
        await watchOffer(transaction, row)
      })
    },
    async giveUp() {},
  }
}

function nextAt({ remindedAt, expiresAt }: InvitationRow): Date {
  return remindedAt ? expiresAt : new Date(expiresAt.getTime() - reminderMs)
}
