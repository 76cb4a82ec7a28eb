import { startDeadline } from '@foyer/directory/deadline'
import { codeMinutes } from '@foyer/lifecycle/exit-request'
import type { Transaction } from 'kysely'
import { connectedOf } from '../configuration/connected-organization.ts'
import type { LeavingSetting } from '../leaving/work.ts'
import { postMail } from '../mail/post.ts'
import type { Tables } from '../store/tables.ts'
import { addStep } from '../work/add-step.ts'
import { type HeldStep, type StepKind, urgency } from '../work/step.ts'
import { type AskedCode, findCode, keepCode, makeCode } from '../codes/code.ts'

/** The kind of the steps that look up an address, and mail a code to a guest who has it. */
const sendCodeKind = 'exit-code'

/**
 * Keeps that somebody wants a code. Whether the address is known is looked up by a step and not here,
 * so that neither what is answered nor how long it takes can tell.
 *
 * @returns what the browser that asked keeps.
 */
export async function askForExitCode(
  transaction: Transaction<Tables>,
  asked: Omit<AskedCode, 'purpose'>,
): Promise<string> {
  const { codeId, attempt } = await keepCode(transaction, { ...asked, purpose: 'exit' })
  await addStep(transaction, {
    organizationId: asked.organizationId,
    kind: sendCodeKind,
    subjectId: codeId,
    key: `exit-code:${codeId}`,
    urgency: urgency.awaited,
  })
  return attempt
}

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
    const { organizationId, subjectId: codeId } = step
    const asked = await step.note(async (transaction) => findCode(transaction, codeId))
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
          .updateTable('mailCode')
          .set({ address: null })
          .where('codeId', '=', codeId)
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
        key: `exit-code:${codeId}`,
        // As the directory writes it: a letter that only looks the same leads to no other mailbox.
        to: guest.addresses.find((each) => each.toLowerCase() === typed) ?? mail ?? '',
        language: asked.language,
        content: {
          template: 'exit-code',
          name,
          organization: about.name || connectedOf(organizations, organizationId).name,
          code,
          minutes: codeMinutes,
          codeId,
        },
      })
    })
  }

  return { kind: sendCodeKind, run, giveUp: async () => {} }
}
