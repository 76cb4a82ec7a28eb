import { randomUUID } from 'node:crypto'
import { startDeadline } from '@foyer/directory/deadline'
import type { Transaction } from 'kysely'
import { askWhetherStillSo, requireTouchable } from '../departure/leaver.ts'
import type { LeavingSetting } from '../leaving/work.ts'
import type { Tables } from '../store/tables.ts'
import { addStep } from '../work/add-step.ts'
import { type HeldStep, type StepKind, urgency } from '../work/step.ts'
import {
  changeExitRequest,
  type ExitRequestRow,
  findExitRequest,
  lockExitRequest,
} from './request.ts'
import { writeDownExit } from './write-down.ts'

/** The kind of the steps that block a guest, or take that back, as the state of a request says. */
export const setAccessKind = 'exit-access'

/** Has the directory follow the state of a request, which was changed just before. */
export async function setAccess(
  transaction: Transaction<Tables>,
  { organizationId, exitRequestId }: Pick<ExitRequestRow, 'organizationId' | 'exitRequestId'>,
): Promise<void> {
  await addStep(transaction, {
    organizationId,
    kind: setAccessKind,
    subjectId: exitRequestId,
    // The row is locked, and a state is never set twice without another in between.
    key: `exit-access:${exitRequestId}:${randomUUID()}`,
    urgency: urgency.awaited,
  })
}

/**
 * Blocks the guest of a request that is granted, and unblocks the one of a request that was stopped
 * after that. Either may be done twice, so nothing is lost by a worker that ends in the middle. Whoever
 * was blocked before by somebody else stays blocked.
 */
export function setAccessWork({ directory, clock, deadlineMs }: LeavingSetting): StepKind {
  async function run(step: HeldStep): Promise<void> {
    const { organizationId, subjectId: exitRequestId } = step
    const row = await step.note(async (transaction) =>
      findExitRequest(transaction, { exitRequestId }),
    )
    const directoryRequestIds: string[] = []
    const here = () =>
      directory.of(organizationId, startDeadline(deadlineMs, step.ending), {
        onRequestId: (id) => directoryRequestIds.push(id),
      })
    if (row?.state === 'stopped' && row.blockedAt) await here().setSignIn(row.guestId, true)
    if (row?.state !== 'granted') return step.finish(async () => {})

    const person = await askWhetherStillSo(async () => requireTouchable(here(), row.guestId))
    const now = clock.now()
    if (typeof person === 'string') {
      return step.finish(async (transaction) => fallBack(transaction, row, person, now))
    }
    if (person.isEnabled) {
      // Durable before, so that whoever stops the request in the middle has it taken back.
      await step.note(async (transaction) =>
        changeExitRequest(transaction, row, { blockedAt: row.blockedAt ?? now }),
      )
      await here().setSignIn(row.guestId, false)
    }
    return step.finish(async (transaction) => {
      const { state } = (await lockExitRequest(transaction, row)) ?? {}
      // Stopped in that moment: what was done just now is taken back once more.
      if (state === 'stopped') return setAccess(transaction, row)
      await changeExitRequest(transaction, row, { because: null })
      await writeDownExit(transaction, row, {
        act: 'grant-exit',
        outcome: 'done',
        actor: { kind: 'foyer' },
        at: now,
        directoryRequestIds,
        facts: { wasBlockedBefore: !person.isEnabled },
      })
    })
  }

  return {
    kind: setAccessKind,
    run,
    giveUp: async (transaction, { subjectId: exitRequestId }, because) =>
      changeExitRequest(transaction, { exitRequestId }, { because }),
  }
}

/** Gone, or given a role since: nothing is blocked, and in the second case somebody decides anew. */
async function fallBack(
  transaction: Transaction<Tables>,
  row: ExitRequestRow,
  because: string,
  now: Date,
): Promise<void> {
  const { state } = (await lockExitRequest(transaction, row)) ?? {}
  if (state !== 'granted') return
  await changeExitRequest(
    transaction,
    row,
    because === 'no-longer-here'
      ? { state: 'gone', endedAt: now }
      : { state: 'open', because, answeredAt: null, answeredBy: null, removalAt: null },
  )
}
