import { useRef, useState } from 'react'
import { type Failure, settle } from '../failure.ts'

/** Does one thing at a time, and says how it failed; what it changed is then read again. */
export function useDeed(onDone: () => Promise<void> | void) {
  const isSent = useRef(false)
  const [isActing, setIsActing] = useState(false)
  const [failure, setFailure] = useState<Failure>()
  const run = async (deed: () => Promise<unknown>) => {
    // A second click comes before the button knows.
    if (isSent.current) return
    isSent.current = true
    setIsActing(true)
    setFailure(undefined)
    const answer = await settle(deed())
    if ('failure' in answer) setFailure(answer.failure)
    else await onDone()
    setIsActing(false)
    isSent.current = false
  }
  return { isActing, failure, act: (deed: () => Promise<unknown>) => void run(deed) }
}
