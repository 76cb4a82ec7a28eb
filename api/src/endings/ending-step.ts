import type { PersonId } from '@foyer/contracts/ids'
import { startDeadline } from '@foyer/directory/deadline'
import type { Transaction } from 'kysely'
import { connectedOf, languageOfPeople } from '../configuration/connected-organization.ts'
import { askWhetherStillSo, requireTouchable } from '../departure/leaver.ts'
import { vouchesFor } from '../guests/vouching-ids.ts'
import type { LeavingSetting } from '../leaving/work.ts'
import { noteRemoval, takeBackRemoval } from '../projection/own-writes.ts'
import type { Tables } from '../store/tables.ts'
import { requireItsTime } from '../work/its-time.ts'
import { type HeldStep, PutOff, type StepKind } from '../work/step.ts'
import { changeEnding, endingKind, type EndingRow, lockEnding, moveEnding } from './ending.ts'
import { tellOfBlock, tellOfRemoval } from './tell.ts'
import { writeDownEnding } from './write-down.ts'

/**
 * Does what the state of an ending says:
 *
 *   asked ──an operator agrees──► waiting
 *   waiting ──its time──► look ──may──► intent ► block ──► blocked ──its time──► look ► intent ► remove
 *      │                   └──may not──► refused              │                            │
 *      └──stopped                                             └──stopped ──► unblock       └──► removed
 *
 * Each may be done twice, so nothing is lost by a worker that ends in the middle; whoever finds the
 * intent of a removal looks whether it was carried out, and never guesses.
 */
export function endingWork({
  directory,
  clock,
  deadlineMs,
  organizations,
}: LeavingSetting): StepKind {
  const telling = ({ organizationId }: EndingRow) => ({
    organizationLanguage: languageOfPeople(connectedOf(organizations, organizationId)),
    at: clock.now(),
  })

  async function run(step: HeldStep): Promise<void> {
    const row = await step.note(async (transaction) => lockEnding(transaction, step.subjectId))
    if (row?.state === 'waiting') return block(step, row)
    if (row?.state === 'blocked') return remove(step, row)
    // A block that was under way when somebody took it back, or it was held.
    if (row?.blockedAt && (row.state === 'stopped' || row.state === 'asked')) {
      return unblock(step, row)
    }
    return step.finish(async () => {})
  }

  /** A way to the directory, and the ids under which it did what. */
  function enter({ organizationId, ending }: HeldStep) {
    const requestIds: string[] = []
    const here = () =>
      directory.of(organizationId, startDeadline(deadlineMs, ending), {
        onRequestId: (id) => requestIds.push(id),
      })
    return { here, requestIds }
  }

  async function block(step: HeldStep, row: EndingRow): Promise<void> {
    requireItsTime(row.blocksAt, clock.now())
    const { here, requestIds } = enter(step)
    const person = await askWhetherStillSo(async () => requireTouchable(here(), row.guestId))
    if (typeof person === 'string') {
      return step.finish(async (transaction) => refuse(transaction, row, person))
    }
    const connected = connectedOf(organizations, row.organizationId)
    const askedBy = row.askedBy as PersonId
    if (row.askedAs === 'sponsor' && !(await vouchesFor(here(), connected, askedBy, row.guestId))) {
      return step.finish(async (transaction) => refuse(transaction, row, 'no-longer-sponsor'))
    }
    if (person.isEnabled) {
      // Durable before, so that whoever stops it in the middle has it taken back.
      await step.note(async (transaction) =>
        changeEnding(transaction, row.endingId, { blockedAt: row.blockedAt ?? clock.now() }),
      )
      await here().setSignIn(row.guestId, false)
    }
    return step.finish(async (transaction) => {
      const { state } = (await lockEnding(transaction, row.endingId)) ?? {}
      // Stopped in that moment: what was done just now is taken back.
      if (state !== 'waiting') return moveEnding(transaction, row, 'unblock')
      await changeEnding(transaction, row.endingId, { state: 'blocked' })
      await moveEnding(transaction, row, 'remove')
      await tellOfBlock(transaction, row, telling(row))
      await note(transaction, row, { act: 'block', outcome: 'done', requestIds })
    })
  }

  async function remove(step: HeldStep, row: EndingRow): Promise<void> {
    if (!row.attemptedAt) requireItsTime(row.removesAt, clock.now())
    const { here, requestIds } = enter(step)
    const finish = async () =>
      step.finish(async (transaction) => {
        await changeEnding(transaction, row.endingId, { state: 'removed', endedAt: clock.now() })
        await tellOfRemoval(transaction, row, telling(row))
        await note(transaction, row, { act: 'remove', outcome: 'done', requestIds })
      })
    if (row.attemptedAt && (await here().findRemovedPerson(row.guestId))) return finish()
    const person = await askWhetherStillSo(async () => requireTouchable(here(), row.guestId))
    // By a worker that is slow, just now; or long ago, and erased since.
    if (person === 'no-longer-here' && row.attemptedAt) return finish()
    if (typeof person === 'string') {
      return step.finish(async (transaction) => refuse(transaction, row, person))
    }
    // Somebody let them in again: that is a decision, and a newer one.
    if (person.isEnabled) {
      return step.finish(async (transaction) => refuse(transaction, row, 'unblocked-by-others'))
    }
    const isOurs = await step.note(async (transaction) => {
      const { state } = (await lockEnding(transaction, row.endingId)) ?? {}
      if (state !== 'blocked') return false
      const attemptedAt = clock.now()
      await changeEnding(transaction, row.endingId, { attemptedAt })
      await noteRemoval(transaction, row.guestId, attemptedAt)
      return true
    })
    if (!isOurs) return step.finish(async () => {})
    await here().removePerson(row.guestId)
    if (!(await here().findRemovedPerson(row.guestId))) throw new PutOff('not-yet-removed')
    return finish()
  }

  async function unblock(step: HeldStep, row: EndingRow): Promise<void> {
    const { here, requestIds } = enter(step)
    await here().setSignIn(row.guestId, true)
    return step.finish(async (transaction) => {
      if (row.state === 'asked') await changeEnding(transaction, row.endingId, { blockedAt: null })
      await note(transaction, row, { act: 'unblock', outcome: 'done', requestIds })
    })
  }

  async function note(
    transaction: Transaction<Tables>,
    row: EndingRow,
    {
      requestIds,
      ...entry
    }: {
      readonly act: 'block' | 'unblock' | 'remove'
      readonly outcome: 'done' | 'refused'
      readonly because?: string
      readonly requestIds?: readonly string[]
    },
  ): Promise<void> {
    await writeDownEnding(transaction, row, {
      ...entry,
      actor: { kind: 'foyer' },
      ...(requestIds ? { directoryRequestIds: requestIds } : {}),
      at: clock.now(),
    })
  }

  async function refuse(
    transaction: Transaction<Tables>,
    row: EndingRow,
    because: string,
  ): Promise<void> {
    const { state } = (await lockEnding(transaction, row.endingId)) ?? {}
    if (state !== row.state) return
    if (row.attemptedAt) await takeBackRemoval(transaction, row.guestId, row.attemptedAt)
    await changeEnding(transaction, row.endingId, {
      state: 'refused',
      because,
      endedAt: clock.now(),
    })
    const act = row.state === 'waiting' ? 'block' : 'remove'
    await note(transaction, row, { act, outcome: 'refused', because })
  }

  return {
    kind: endingKind,
    run,
    async giveUp(transaction, { subjectId }, because) {
      const row = await lockEnding(transaction, subjectId)
      if (row?.attemptedAt) await takeBackRemoval(transaction, row.guestId, row.attemptedAt)
      await changeEnding(transaction, subjectId, { because })
    },
  }
}
