import { useEffect, useEffectEvent, useRef } from 'react'
import { useRevalidator } from 'react-router'

const firstPauseMs = 300
const longestPauseMs = 10_000

/**
 * Reads the page again, or only what is said to be read, some time after each answer, and each time
 * later, as long as it is wanted.
 */
export function useReadAgain(
  isWanted: boolean,
  isRenewing: boolean,
  read?: () => Promise<void>,
): void {
  const { revalidate } = useRevalidator()
  const pauseMs = useRef(firstPauseMs)
  const readAgain = useEffectEvent(async () => {
    // What is asked already is waited for, for as long as it takes.
    if (isRenewing) return
    pauseMs.current = Math.min(pauseMs.current * 1.5, longestPauseMs)
    await (read ?? revalidate)()
  })
  useEffect(() => {
    if (!isWanted) return undefined
    const leaving = new AbortController()
    let timer: ReturnType<typeof setTimeout>
    // Goes on whatever became of the last one: the router drops a reading that comes in its way.
    const plan = () => {
      timer = setTimeout(
        () => void readAgain().finally(() => (leaving.signal.aborted ? undefined : plan())),
        pauseMs.current,
      )
    }
    plan()
    return () => {
      leaving.abort()
      clearTimeout(timer)
    }
  }, [isWanted])
}
