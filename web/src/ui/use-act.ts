import { useRef } from 'react'
import { type SubmitTarget, useFetcher } from 'react-router'

/**
 * Sends an act to the action of this page, or of another address, and says how it goes. What is
 * asked for while one is under way is not sent: a second click comes before the button knows.
 */
export function useAct<Action>(action?: string) {
  const fetcher = useFetcher<Action>()
  const isSent = useRef(false)
  const isActing = fetcher.state !== 'idle'
  const send = async (what: SubmitTarget) => {
    if (isSent.current) return
    isSent.current = true
    await fetcher.submit(what, {
      method: 'post',
      encType: 'application/json',
      ...(action === undefined ? {} : { action }),
    })
    isSent.current = false
  }
  return {
    isActing,
    /** Absent while the next act is under way. */
    outcome: isActing ? undefined : fetcher.data,
    act: (what: SubmitTarget) => void send(what),
  }
}
