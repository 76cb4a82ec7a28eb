import type { Directory } from '@foyer/directory/directory'
import { startDeadline } from '@foyer/directory/deadline'
import type { PersonId } from '@foyer/contracts/ids'
import type { Clock } from '../clock.ts'
import { connectedOf, type ConnectedOrganization } from '../configuration/connected-organization.ts'
import { ProblemError } from '../http/problem-error.ts'
import { isDelegated } from '../invitations/delegation.ts'
import { invite, type Inviting, prepareInviting } from '../invitations/invite.ts'
import { requireInsider } from '../routes/require-person.ts'
import type { Store } from '../store/store.ts'
import type { HeldStep, StepKind } from '../work/step.ts'
import { fileRowKind } from './file.ts'
import { endItem, type HeldRow, takeUpItem } from './item.ts'
import { requireMailLeft } from './pace.ts'

export interface FileRowSetting {
  readonly store: Store
  readonly directory: Directory
  readonly clock: Pick<Clock, 'now'>
  readonly organizations: readonly ConnectedOrganization[]
  /** Of all looks for one row: shorter than a lease. */
  readonly deadlineMs: number
}

/**
 * Invites one of those whom a file names, as if they were invited alone:
 *
 *   waiting ──the day has a mail, and all is asked anew──► done, with an invitation of the same id
 *      ▲  │ └──refused, or given up──► failed ──tried again──┐
 *      │  └──stopped                                         │
 *      └─────────────────────────────────────────────────────┘
 *
 * The directory is told nothing, so it ends wholly or not at all.
 */
export function fileRowWork(setting: FileRowSetting): StepKind {
  const { store, directory, clock, organizations, deadlineMs } = setting

  /** Everything that a single invitation asks, in the name of whoever sent the file. */
  async function prepare(
    step: HeldStep,
    { itemId, wanted, file }: HeldRow,
    isLet: boolean,
  ): Promise<Inviting> {
    const { organizationId } = step
    const caller = {
      organizationId,
      personId: file.askedBy as PersonId,
      // The directory cannot be asked for an app role: what their token said is true until it ends.
      isOperator: true,
      tokenId: file.tokenId ?? undefined,
      sessionId: file.sessionId ?? undefined,
    }
    // Nobody waits for one of many: people, who wait, come first.
    const asking = { isPatient: true }
    const here = directory.of(organizationId, startDeadline(deadlineMs, step.ending), asking)
    return {
      ...(await prepareInviting(here, {
        connected: connectedOf(organizations, organizationId),
        caller,
        inviter: await requireInsider(here, caller),
        isDelegated: isLet,
        wanted,
        requestId: file.requestId,
        now: clock.now(),
      })),
      invitationId: itemId,
    }
  }

  return {
    kind: fileRowKind,
    async run(step) {
      const { organizationId, subjectId } = step
      await requireMailLeft(store, connectedOf(organizations, organizationId), clock.now())
      const held = await step.note(async (transaction) => {
        const row = await takeUpItem(transaction, subjectId)
        return row && { row, isLet: await isDelegated(transaction, row.file.askedBy, clock.now()) }
      })
      if (!held) {
        return step.finish(async (transaction) => {
          // Of one that was stopped or is done, nothing is changed.
          await endItem(transaction, subjectId, { state: 'failed', because: 'words-erased' })
        })
      }
      try {
        const inviting = await prepare(step, held.row, held.isLet)
        await step.finish(async (transaction) => {
          const isWanted = await endItem(transaction, subjectId, { state: 'done' })
          if (isWanted) await invite(transaction, { ...inviting, now: clock.now() })
        })
      } catch (error) {
        if (!(error instanceof ProblemError)) throw error
        await step.finish(async (transaction) => {
          await endItem(transaction, subjectId, { state: 'failed', because: error.code })
        })
      }
    },
    async giveUp(transaction, { subjectId }, because) {
      await endItem(transaction, subjectId, { state: 'failed', because })
    },
  }
}
