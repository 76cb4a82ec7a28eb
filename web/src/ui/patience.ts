import { useEffect, useState } from 'react'

/** How long somebody has waited, in the steps at which the page says more. */
type Patience = 'short' | 'long' | 'too-long'

const longAfterMs = 5_000
const tooLongAfterMs = 20_000

export function usePatience(): Patience {
  const [patience, setPatience] = useState<Patience>('short')
  useEffect(() => {
    const timers = [
      setTimeout(() => setPatience('long'), longAfterMs),
      setTimeout(() => setPatience('too-long'), tooLongAfterMs),
    ]
    return () => timers.forEach(clearTimeout)
  }, [])
  return patience
}
