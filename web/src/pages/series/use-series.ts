import { useEffect, useRef, useState } from 'react'
import { useRevalidator } from 'react-router'
import type { Answer } from '../../failure.ts'
import { paths } from '../../paths.ts'
import { useAnswer } from '../../ui/answer.ts'
import { useAct } from '../../ui/use-act.ts'
import type { GroupLeaving } from '../organization/group-leaving.ts'
import { useReadAgain } from '../receipt/use-read-again.ts'
import type { leaveSeriesAction, SeriesRequest } from './leave-series.ts'
import { type SeriesEntry, stateOf } from './series-progress.ts'

/** The groups that are left together, or were, until the person has read how it went. */
export interface Series {
  readonly entries: readonly SeriesEntry[]
  /** Some may not have been sent yet. */
  readonly isSending: boolean
  /** Those that were accepted and go on. */
  readonly underWay: readonly GroupLeaving[]
  /** Those whose turn has not come. */
  readonly askedFor: ReadonlySet<string>
  /** Those that the person is in no more. */
  readonly left: readonly string[]
  leave(groups: SeriesRequest['groups']): void
  forget(): void
}

export function useSeries(slug: string, series: Promise<Answer<SeriesEntry[]>>): Series {
  const { answer, isRenewing } = useAnswer(series)
  const { revalidate } = useRevalidator()
  const { isActing, act } = useAct<typeof leaveSeriesAction>(paths.leaveSeries(slug))
  const [asked, setAsked] = useState<SeriesRequest>()
  const isSending = isActing && asked?.act === 'leave'
  const read = answer && 'value' in answer ? answer.value : []
  const entries = entriesOf(read, isActing ? asked : undefined)

  const idsOf = (state: string) =>
    entries.filter((entry) => stateOf(entry) === state).map(({ groupId }) => groupId)
  const left = idsOf('left')
  const underWay = entries.flatMap(({ groupId, receipt, told }) =>
    receipt && (!told || told.state === 'under-way')
      ? [{ groupId, address: receipt, receipt: told }]
      : [],
  )
  useReadAgain(isSending || underWay.length > 0, isRenewing)

  const leftBefore = useRef(left.length)
  useEffect(() => {
    // The groups were read at the same moment, perhaps just before it ended.
    if (left.length > leftBefore.current) void revalidate()
    leftBefore.current = left.length
  }, [left.length, revalidate])

  const send = (request: SeriesRequest) => {
    setAsked(request)
    const groups = request.groups.map(({ groupId, name }) => ({ groupId, name }))
    act({ act: request.act, groups })
  }
  return {
    entries,
    isSending,
    underWay,
    askedFor: new Set(isSending ? idsOf('waiting') : []),
    left,
    leave: (groups) => send({ act: 'leave', groups }),
    forget: () => send({ act: 'forget', groups: [] }),
  }
}

/** As they were read, or until then as they are asked for. */
function entriesOf(read: SeriesEntry[], asked: SeriesRequest | undefined): SeriesEntry[] {
  if (!asked) return read
  const isRead = asked.groups.every(({ groupId }) => read.some((one) => one.groupId === groupId))
  if (asked.act === 'leave' && isRead) return read
  return asked.groups.map((group) => ({ ...group, told: undefined }))
}
