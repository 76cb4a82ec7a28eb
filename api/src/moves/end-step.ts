import type { PersonId } from '@foyer/contracts/ids'
import { startDeadline } from '@foyer/directory/deadline'
import { connectedOf, languageOfPeople } from '../configuration/connected-organization.ts'
import { beginMoveEnding } from '../endings/begin.ts'
import type { LeavingSetting } from '../leaving/work.ts'
import { requireItsTime } from '../work/its-time.ts'
import { type HeldStep, PutOff, type StepKind } from '../work/step.ts'
import { blocksAtOf, changeMove, findMove, lockMove } from './move.ts'
import { tellOldAccount } from './tell.ts'
import { endKind } from './step-kinds.ts'
import { writeDownMove } from './write-down.ts'

const hourMs = 60 * 60_000

/**
 * Ends the access of the old account when its time has come, as any other access is ended:
 *
 *   redeemed ──not told yet──► wait ──fourteen days──► the new one is there ──► ended
 *      └──stopped──► done                                  └──it is gone──► lapsed
 */
export function endWork({ directory, clock, organizations, deadlineMs }: LeavingSetting): StepKind {
  async function run(step: HeldStep): Promise<void> {
    const { organizationId, subjectId: moveId } = step
    const seen = await step.note(async (transaction) => findMove(transaction, { moveId }))
    if (seen?.row.state !== 'redeemed') return step.finish(async () => {})
    const blocksAt = blocksAtOf(seen.row)
    // Whom no mail has reached is not blocked, however long that takes.
    if (!blocksAt) throw new PutOff('guest-not-told', { waitMs: hourMs, isEndless: true })
    requireItsTime(blocksAt, clock.now())
    const here = directory.of(organizationId, startDeadline(deadlineMs, step.ending))
    const person = await here.findPerson(seen.row.toGuestId as PersonId)
    const connected = connectedOf(organizations, organizationId)
    return step.finish(async (transaction) => {
      const move = await lockMove(transaction, { moveId })
      if (move?.row.state !== 'redeemed') return
      const at = clock.now()
      const actor = { kind: 'foyer' } as const
      // Nobody is left with neither of the two.
      if (!person?.isEnabled) {
        const because = person ? 'blocked-here' : 'guest-gone'
        await changeMove(transaction, move.row, { state: 'lapsed', because, endedAt: at })
        await tellOldAccount(
          transaction,
          move,
          { organizationLanguage: languageOfPeople(connected), at },
          'lapsed',
        )
        return writeDownMove(transaction, move, {
          act: 'lapse-move',
          outcome: 'done',
          because,
          actor,
          at,
        })
      }
      const endingId = await beginMoveEnding(transaction, move, { connected, at })
      await changeMove(transaction, move.row, { state: 'ended', endingId, endedAt: at })
      await writeDownMove(transaction, move, { act: 'end-move', outcome: 'done', actor, at })
    })
  }

  return { kind: endKind, run, giveUp: async () => {} }
}
