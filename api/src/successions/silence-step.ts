import type { LeavingSetting } from '../leaving/work.ts'
import { requireItsTime } from '../work/its-time.ts'
import type { StepKind } from '../work/step.ts'
import { silenceKind } from './ask.ts'
import { moveSuccession } from './succession.ts'

/** Waits for an answer, and has the next one asked where none comes. */
export function silenceWork({ clock }: Pick<LeavingSetting, 'clock'>): StepKind {
  return {
    kind: silenceKind,
    async run(step) {
      const ask = await step.note(async (transaction) =>
        transaction
          .selectFrom('successionAsk')
          .selectAll()
          .where('askId', '=', step.subjectId)
          .executeTakeFirst(),
      )
      if (ask?.state === 'asked') requireItsTime(ask.answersUntil, clock.now())
      await step.finish(async (transaction) => {
        // Whoever has answered has moved it on already.
        if (ask?.state === 'asked') await moveSuccession(transaction, ask)
      })
    },
    async giveUp() {},
  }
}
