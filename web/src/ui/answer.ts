import { useEffect, useState } from 'react'
import type { Answer } from '../failure.ts'

/**
 * The answer of a loader's promise, once it is there. While the page reads again, the last answer
 * stays, so that nothing jumps.
 */
export function useAnswer<T>(promise: Promise<Answer<T>>): {
  answer: Answer<T> | undefined
  isRenewing: boolean
} {
  const [settled, setSettled] = useState<{ promise: Promise<Answer<T>>; answer: Answer<T> }>()
  const [fault, setFault] = useState<Error>()

  useEffect(() => {
    let isWanted = true
    const wait = async () => {
      try {
        const answer = await promise
        if (isWanted) setSettled({ promise, answer })
      } catch (error) {
        if (isWanted) setFault(new Error('A loader has a fault.', { cause: error }))
      }
    }
    void wait()
    return () => {
      isWanted = false
    }
  }, [promise])

  if (fault) throw fault
  return {
    answer: settled?.answer,
    isRenewing: settled !== undefined && settled.promise !== promise,
  }
}

/** How long somebody has waited, in the steps at which the page says more. */
export type Patience = 'unnoticed' | 'noticed' | 'long' | 'too-long'

const steps = [
  ['noticed', 300],
  ['long', 5_000],
  ['too-long', 20_000],
] as const satisfies readonly (readonly [Patience, number])[]

export function usePatience(): Patience {
  const [patience, setPatience] = useState<Patience>('unnoticed')
  useEffect(() => {
    const timers = steps.map(([step, afterMs]) => setTimeout(() => setPatience(step), afterMs))
    return () => timers.forEach(clearTimeout)
  }, [])
  return patience
}
