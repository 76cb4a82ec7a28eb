import type { Directory } from '@foyer/directory/directory'
import { startDeadline } from '@foyer/directory/deadline'
import type { PersonId } from '@foyer/contracts/ids'
import type { Day } from '@foyer/lifecycle/calendar'
import type { Clock } from '../clock.ts'
import { connectedOf, type ConnectedOrganization } from '../configuration/connected-organization.ts'
import * as decide from '../guests/decide.ts'
import { prepareDecision } from '../guests/prepare.ts'
import { ProblemError } from '../http/problem-error.ts'
import type { HeldStep, StepKind } from '../work/step.ts'
import { bulkKind } from './bulk.ts'
import { endItem, hasAccessGrown, type HeldItem, takeUpItem } from './bulk-item.ts'

export interface BulkSetting {
  readonly directory: Directory
  readonly clock: Pick<Clock, 'now'>
  readonly organizations: readonly ConnectedOrganization[]
  /** Of all looks at one guest: shorter than a lease. */
  readonly deadlineMs: number
}

/**
 * Extends one guest of many, as if they were extended alone:
 *
 *   waiting ──asked anew──► done
 *      ▲  │ │ └──their access has grown──► left-out
 *      │  │ └──refused, or given up──► failed ──tried again──┐
 *      │  └──stopped                                         │
 *      └─────────────────────────────────────────────────────┘
 *
 * Nothing is done in the directory, so it ends wholly or not at all.
 */
export function bulkWork({ directory, clock, organizations, deadlineMs }: BulkSetting): StepKind {
  /** Everything that a single extension asks, in the name of whoever asked. */
  async function prepare(step: HeldStep, { item, bulk }: HeldItem): Promise<decide.Deciding> {
    const { organizationId } = step
    // Nobody waits for one of many: people, who wait, come first.
    const asking = { isPatient: true }
    return prepareDecision(
      directory.of(organizationId, startDeadline(deadlineMs, step.ending), asking),
      connectedOf(organizations, organizationId),
      {
        decider: {
          organizationId,
          personId: bulk.askedBy as PersonId,
          isOperator: bulk.askedAs === 'operator',
          tokenId: bulk.tokenId ?? undefined,
          sessionId: bulk.sessionId ?? undefined,
        },
        guestId: item.guestId,
        requestId: bulk.requestId,
        now: () => clock.now(),
      },
    )
  }

  async function extend(step: HeldStep, held: HeldItem): Promise<void> {
    const { item, bulk } = held
    const deciding = await prepare(step, held)
    await step.finish(async (transaction) => {
      // Whoever decides about one guest has seen what is new; whoever decides about many has not.
      if (await hasAccessGrown(transaction, item, deciding.groupIds)) {
        return endItem(transaction, item.itemId, { state: 'left-out', because: 'access-grew' })
      }
      await endItem(transaction, item.itemId, { state: 'done' })
      await decide.extend(transaction, deciding, {
        until: bulk.until as Day,
        reason: bulk.reason,
      })
    })
  }

  return {
    kind: bulkKind,
    async run(step) {
      const held = await step.note(async (transaction) => takeUpItem(transaction, step.subjectId))
      if (!held) return step.finish(async () => {})
      try {
        await extend(step, held)
      } catch (error) {
        if (!(error instanceof ProblemError)) throw error
        await step.finish(async (transaction) =>
          endItem(transaction, held.item.itemId, { state: 'failed', because: error.code }),
        )
      }
    },
    giveUp: async (transaction, { subjectId }, because) =>
      endItem(transaction, subjectId, { state: 'failed', because }),
  }
}
