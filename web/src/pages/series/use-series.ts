import { useCallback, useEffect, useRef, useState } from 'react'
import { useFetcher, useRevalidator } from 'react-router'
import { paths } from '../../paths.ts'
import { useAct } from '../../ui/use-act.ts'
import type { GroupLeaving } from '../organization/group-leaving.ts'
import { useReadAgain } from '../receipt/use-read-again.ts'
import type { leaveSeriesAction, SeriesRequest } from './leave-series.ts'
import type { seriesLoader } from './series-loader.ts'
import { isOver, type SeriesEntry, stateOf } from './series-progress.ts'

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
  readonly leave: (groups: SeriesRequest['groups']) => void
  readonly forget: () => void
}

export function useSeries(slug: string): Series {
  const path = paths.leaveSeries(slug)
  const reading = useFetcher<typeof seriesLoader>()
  const { revalidate } = useRevalidator()
  const { isActing, act } = useAct<typeof leaveSeriesAction>(path)
  const [asked, setAsked] = useState<SeriesRequest>()
  const isSending = isActing && asked?.act === 'leave'
  const entries = entriesOf(reading.data ?? [], isActing ? asked : undefined)

  const idsOf = (state: string) =>
    entries.filter((entry) => stateOf(entry) === state).map(({ groupId }) => groupId)
  const left = idsOf('left')
  const underWay = entries.flatMap(({ groupId, receipt, told }) =>
    receipt && (!told || told.state === 'under-way')
      ? [{ groupId, address: receipt, receipt: told }]
      : [],
  )
  // Only the receipts: the whole page each time would soon be too much to ask for.
  const { load } = reading
  const readAgain = useCallback(async () => load(path), [load, path])
  useEffect(() => void readAgain(), [readAgain])
  useReadAgain(isSending || underWay.length > 0, reading.state !== 'idle', readAgain)

  const isGoing = entries.length > 0 && !isOver(entries, isSending)
  const wasGoing = useRef(isGoing)
  useEffect(() => {
    // What ends with them, and why one is not left, stands among the groups.
    if (wasGoing.current && !isGoing) void revalidate()
    wasGoing.current = isGoing
  }, [isGoing, revalidate])

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
