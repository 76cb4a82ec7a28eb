import { useEffect, useRef, useState } from 'react'

/**
 * Which question of a card is open: from the button that asks until it is known how the answer went,
 * and then the button has the focus again.
 */
export function useAsked<What>(isActing: boolean, outcome: unknown) {
  const trigger = useRef<HTMLElement>(null)
  const [asked, setAsked] = useState<{ readonly what: What; readonly before: unknown }>()
  const question = asked && (isActing || outcome === asked.before) ? asked.what : undefined
  const wasAsked = useRef(false)
  useEffect(() => {
    if (wasAsked.current && question === undefined) trigger.current?.focus()
    wasAsked.current = question !== undefined
  }, [question])
  return {
    question,
    ask: (what: What, button: HTMLElement) => {
      trigger.current = button
      setAsked({ what, before: outcome })
    },
    close: () => setAsked(undefined),
  }
}
