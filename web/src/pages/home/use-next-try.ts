import { useEffect, useState } from 'react'

const firstPauseMs = 30_000
const longestPauseMs = 300_000

/**
 * Tries again by itself as long as something has not answered, more and more seldom, and only while
 * somebody can see it. Returns when the next try is.
 */
export function useNextTry(isNeeded: boolean, tryAgain: () => void): Date | undefined {
  const [tries, setTries] = useState(0)
  const [nextTryAt, setNextTryAt] = useState<Date>()

  useEffect(() => {
    if (!isNeeded) {
      setTries(0)
      setNextTryAt(undefined)
      return
    }
    const pauseMs = Math.min(firstPauseMs * 2 ** tries, longestPauseMs)
    setNextTryAt(new Date(Date.now() + pauseMs))
    const timer = setTimeout(() => {
      setTries((count) => count + 1)
      if (document.visibilityState === 'visible') tryAgain()
    }, pauseMs)
    return () => clearTimeout(timer)
    // oxlint-disable-next-line react/exhaustive-deps -- another function is no reason to wait anew
  }, [isNeeded, tries])

  return isNeeded ? nextTryAt : undefined
}
