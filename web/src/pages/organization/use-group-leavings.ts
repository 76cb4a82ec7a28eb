import { useEffect, useState } from 'react'
import { useRevalidator } from 'react-router'
import type { Answer } from '../../failure.ts'
import { useAnswer } from '../../ui/answer.ts'
import { isEndedByOthers } from '../receipt/receipt-words.ts'
import { useReadAgain } from '../receipt/use-read-again.ts'
import { type GroupLeaving, isUnderWay } from './group-leaving.ts'
import type { LeaveOutcome } from './leave-group.ts'

export interface GroupLeavings {
  /** Those that go on; the page follows them. */
  readonly underWay: readonly GroupLeaving[]
  /** The last one that ended, and how the person is not in the group any more. */
  readonly left: GroupLeaving | undefined
  /** The last one that ended, and the person is still in the group as far as is known. */
  readonly notLeft: GroupLeaving | undefined
}

/** The leavings of groups that the page has to tell of, whether the click saw their end or not. */
export function useGroupLeavings(
  leavings: Promise<Answer<GroupLeaving[]>>,
  outcome: LeaveOutcome | undefined,
): GroupLeavings {
  const { answer, isRenewing } = useAnswer(leavings)
  const { revalidate } = useRevalidator()
  const followed = answer && 'value' in answer ? answer.value : []
  const underWay = followed.filter(isUnderWay)
  useReadAgain(underWay.length > 0, isRenewing)

  // What ends later is told until the next click.
  const justEnded = followed.find((leaving) => !isUnderWay(leaving))
  const [late, setLate] = useState<{ leaving: GroupLeaving; outcome: LeaveOutcome | undefined }>()
  if (justEnded && late?.leaving !== justEnded) setLate({ leaving: justEnded, outcome })
  useEffect(() => {
    // The groups were read at the same moment, perhaps just before it ended.
    if (justEnded) void revalidate()
  }, [justEnded, revalidate])

  const last = late?.outcome === outcome ? late?.leaving : outcome?.leaving
  const ended = last && !isUnderWay(last) ? last : undefined
  const isLeft =
    ended?.receipt && (ended.receipt.state === 'done' || isEndedByOthers(ended.receipt))
  return { underWay, left: isLeft ? ended : undefined, notLeft: isLeft ? undefined : ended }
}
