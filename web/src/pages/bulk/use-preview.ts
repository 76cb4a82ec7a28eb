import type { BulkPreview } from '@foyer/contracts/bulk-extension'
import { useCallback, useEffect } from 'react'
import { useFetcher } from 'react-router'
import type { Failure } from '../../failure.ts'
import { paths } from '../../paths.ts'
import type { previewBulkAction } from './extend-guests.ts'

/** So long after the last key it is asked: a day is written in three parts. */
const restMs = 250

/** Who would be extended to a day, as it is being chosen. */
export function usePreview(
  slug: string,
  guestIds: readonly string[],
  /** Undefined while what is written is no day to which anybody can be extended. */
  until: string | undefined,
): {
  readonly preview: BulkPreview | undefined
  readonly failure: Failure | undefined
  /** It is of another day than the one that is chosen, or being read again. */
  readonly isReading: boolean
  readonly readAgain: () => void
} {
  const { submit, data, state } = useFetcher<typeof previewBulkAction>()
  const action = paths.bulkPreview(slug)
  const readAgain = useCallback(() => {
    if (until === undefined) return
    // It changes nothing: the list below stays as it is.
    const options = { action, encType: 'application/json', defaultShouldRevalidate: false } as const
    void submit(JSON.stringify({ guestIds, until }), { method: 'post', ...options })
  }, [submit, action, guestIds, until])
  useEffect(() => {
    const timer = setTimeout(readAgain, restMs)
    return () => clearTimeout(timer)
  }, [readAgain])

  const answer = until === undefined ? undefined : data?.answer
  return {
    preview: answer && 'value' in answer ? answer.value : undefined,
    failure: answer && 'failure' in answer ? answer.failure : undefined,
    isReading: until !== undefined && (state !== 'idle' || data?.until !== until),
    readAgain,
  }
}
