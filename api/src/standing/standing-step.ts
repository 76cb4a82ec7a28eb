import type { OrganizationId, PersonId } from '@foyer/contracts/ids'
import type { Transaction } from 'kysely'
import type { Clock } from '../clock.ts'
import type { Tables } from '../store/tables.ts'
import { addStep } from '../work/add-step.ts'
import { type StepKind, urgency } from '../work/step.ts'
import { keepNextStandings } from './keep-standings.ts'

/** The kind of the steps that tell every guest's standing by a new version of the policy. */
export const standingKind = 'standing'

/** Has every guest's standing written by a version of the policy, in the transaction that makes it. */
export async function tellStandingsAnew(
  transaction: Transaction<Tables>,
  organizationId: OrganizationId,
  version: number,
): Promise<void> {
  await addStep(transaction, {
    organizationId,
    kind: standingKind,
    subjectId: organizationId,
    key: `standing:${version}`,
    urgency: urgency.patient,
  })
}

/** Page by page: killed in between, the next worker finds those that are not told yet. */
export function standingWork({ clock }: { readonly clock: Pick<Clock, 'now'> }): StepKind {
  return {
    kind: standingKind,
    async run(step) {
      let after: PersonId | undefined
      do {
        const from = after
        after = await step.note(async (transaction) =>
          keepNextStandings(transaction, clock.now(), from),
        )
      } while (after && !step.ending.aborted)
      step.ending.throwIfAborted()
      await step.finish(async () => {})
    },
    async giveUp() {},
  }
}
