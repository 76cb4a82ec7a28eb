import { startDeadline } from '@foyer/directory/deadline'
import { codeMinutes } from '@foyer/lifecycle/exit-request'
import { connectedOf } from '../configuration/connected-organization.ts'
import type { LeavingSetting } from '../leaving/work.ts'
import { postMail } from '../mail/post.ts'
import type { HeldStep, StepKind } from '../work/step.ts'
import { findCode, makeCode, sendCodeKind } from './code.ts'

/**
 * Looks up whose address somebody has typed, and mails a code to that guest. An address that is
 * nobody's, or that of two, gets nothing: Foyer writes to no stranger.
 */
export function sendCodeWork({
  directory,
  clock,
  organizations,
  deadlineMs,
}: LeavingSetting): StepKind {
  async function run(step: HeldStep): Promise<void> {
    const { organizationId, subjectId: exitCodeId } = step
    const asked = await step.note(async (transaction) => findCode(transaction, exitCodeId))
    if (!asked?.address || asked.isClosed) return step.finish(async () => {})
    const here = directory.of(organizationId, startDeadline(deadlineMs, step.ending))
    const [found, about] = await Promise.all([
      here.findGuestsByAddress(asked.address),
      here.getOrganization(),
    ])
    const [guest] = found.length === 1 ? found : []
    const now = clock.now()
    await step.finish(async (transaction) => {
      if (!guest) {
        await transaction
          .updateTable('exitCode')
          .set({ address: null })
          .where('exitCodeId', '=', exitCodeId)
          .execute()
        return
      }
      const { personId, name, mail } = guest.person
      const typed = asked.address?.toLowerCase()
      const code = await makeCode(transaction, asked, personId, now)
      await postMail(transaction, {
        organizationId,
        guestId: personId,
        at: now,
        key: `exit-code:${exitCodeId}`,
        // As the directory writes it: a letter that only looks the same leads to no other mailbox.
        to: guest.addresses.find((each) => each.toLowerCase() === typed) ?? mail ?? '',
        language: asked.language,
        content: {
          template: 'exit-code',
          name,
          organization: about.name || connectedOf(organizations, organizationId).name,
          code,
          minutes: codeMinutes,
          exitCodeId,
        },
      })
    })
  }

  return { kind: sendCodeKind, run, giveUp: async () => {} }
}
