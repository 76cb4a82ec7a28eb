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
  const readAgain = useEffectEvent(() => {
    pauseMs.current = Math.min(pauseMs.current * 2, longestPauseMs)
    void (read ?? revalidate)()
  })
  useEffect(() => {
    if (!isWanted || isRenewing) return undefined
    const timer = setTimeout(readAgain, pauseMs.current)
    return () => clearTimeout(timer)
  }, [isWanted, isRenewing])
}
