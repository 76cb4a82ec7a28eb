import { useEffect, useState } from 'react'
import type { Answer, Failure } from '../failure.ts'

interface Settled<T> {
  readonly promise: Promise<Answer<T>>
  readonly answer: Answer<T>
  readonly renewalFailure: Failure | undefined
}

/**
 * The answer of a loader's promise, once it is there. While the page reads again the last answer
 * stays, so that nothing jumps; and where reading again fails in passing, it stays too, with the
 * failure beside it.
 */
export function useAnswer<T>(promise: Promise<Answer<T>>): {
  answer: Answer<T> | undefined
  renewalFailure: Failure | undefined
  isRenewing: boolean
} {
  const [settled, setSettled] = useState<Settled<T>>()
  const [fault, setFault] = useState<Error>()

  useEffect(() => {
    let isWanted = true
    const wait = async () => {
      try {
        const answer = await promise
        if (isWanted) setSettled((last) => follow(last?.answer, promise, answer))
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
    renewalFailure: settled?.renewalFailure,
    isRenewing: settled !== undefined && settled.promise !== promise,
  }
}

function follow<T>(
  last: Answer<T> | undefined,
  promise: Promise<Answer<T>>,
  answer: Answer<T>,
): Settled<T> {
  const isKept = last && 'value' in last && 'failure' in answer && answer.failure.isPassing
  return isKept
    ? { promise, answer: last, renewalFailure: answer.failure }
    : { promise, answer, renewalFailure: undefined }
}
