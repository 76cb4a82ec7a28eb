import type { MySuccession } from '@foyer/contracts/succession'
import type { Answer } from '../../failure.ts'
import { paths } from '../../paths.ts'
import { useAnswer } from '../../ui/answer.ts'
import { useAct } from '../../ui/use-act.ts'
import type { askForSponsorAction, SponsorAct, SponsorAsked } from './ask-for-sponsor.ts'

/** Whether a guest may ask for another sponsor, and how it goes. */
export interface SponsorWishing {
  /** Absent while it is not known, and for whoever is no guest. */
  readonly succession: MySuccession | undefined
  readonly isActing: boolean
  /** How the last act went. */
  readonly outcome: SponsorAsked | undefined
  readonly act: (what: SponsorAct) => void
}

/** What the page lends to the question over it. */
export interface SponsorContext {
  readonly wishing: SponsorWishing
}

export function useSponsorWish(
  slug: string,
  mySuccession: Promise<Answer<MySuccession | undefined>>,
): SponsorWishing {
  const { answer } = useAnswer(mySuccession)
  const { act, isActing, outcome } = useAct<typeof askForSponsorAction>(paths.askForSponsor(slug))
  return {
    succession: answer && 'value' in answer ? answer.value : undefined,
    isActing,
    outcome,
    act: (what) => act({ ...what }),
  }
}
