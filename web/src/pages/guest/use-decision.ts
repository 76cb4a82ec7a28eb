import { useRef } from 'react'
import { useFetcher } from 'react-router'
import type { Decision, decideAction } from './decide.ts'

/**
 * Sends a decision to the address of its question, and says how the last one went. What is decided
 * while one is under way is not sent: a second click comes before the button knows.
 */
export function useDecision() {
  const fetcher = useFetcher<typeof decideAction>()
  const isSent = useRef(false)
  const isActing = fetcher.state !== 'idle'
  const send = async (decision: Decision, action: string) => {
    if (isSent.current) return
    isSent.current = true
    await fetcher.submit(JSON.stringify(decision), {
      method: 'post',
      encType: 'application/json',
      action,
    })
    isSent.current = false
  }
  return {
    isActing,
    /** Absent while the next one is under way. */
    outcome: isActing ? undefined : fetcher.data,
    actAt: (decision: Decision, action: string) => void send(decision, action),
  }
}
