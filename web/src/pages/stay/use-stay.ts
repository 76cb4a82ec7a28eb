import type { OrganizationLocation } from '@foyer/contracts/organizations'
import type { Me } from '@foyer/contracts/me'
import type { MyAccess } from '@foyer/contracts/stay'
import type { Answer, Failure } from '../../failure.ts'
import { paths } from '../../paths.ts'
import { useAnswer } from '../../ui/answer.ts'
import { useAct } from '../../ui/use-act.ts'
import type { StayAct, stayAction, StayOutcome } from './stay-action.ts'

/** Until when somebody has access, and what they ask of it. */
export interface Stay {
  readonly answer: Answer<MyAccess | undefined> | undefined
  /** Absent while it is not known, and for whoever is no guest. */
  readonly access: MyAccess | undefined
  /** Why the last reading failed, where what is shown is from one before it. */
  readonly renewalFailure: Failure | undefined
  readonly isRenewing: boolean
  readonly isActing: boolean
  /** How the last act went. */
  readonly outcome: StayOutcome | undefined
  readonly act: (act: StayAct) => void
}

/** What the page lends to the dialog over it. */
export interface StayContext {
  readonly organization: OrganizationLocation
  readonly me: Me
  readonly stay: Stay
}

export function useStay(slug: string, access: Promise<Answer<MyAccess | undefined>>): Stay {
  const { answer, renewalFailure, isRenewing } = useAnswer(access)
  const { act, isActing, outcome } = useAct<typeof stayAction>(paths.askToStay(slug))
  return {
    answer,
    access: answer && 'value' in answer ? answer.value : undefined,
    renewalFailure,
    isRenewing,
    isActing,
    outcome,
    act: (wanted) => act({ ...wanted }),
  }
}
