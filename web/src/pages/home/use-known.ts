import { useEffect, useState } from 'react'
import type { Answer } from '../../failure.ts'
import type { Sight } from '../../places/sight.ts'

type Here = Extract<Sight, { picture: 'here' }>

/**
 * What is read of each place besides, as far as it is known by now.
 *
 * @param pick always the same function.
 */
export function useKnown<T>(
  sights: ReadonlyMap<string, Sight>,
  pick: (sight: Here) => Promise<Answer<T>> | undefined,
): ReadonlyMap<string, T> {
  const [known, setKnown] = useState<ReadonlyMap<string, T>>(new Map())
  const [fault, setFault] = useState<Error>()

  useEffect(() => {
    let isWanted = true
    const wait = async (key: string, promise: Promise<Answer<T>>) => {
      try {
        const answer = await promise
        // A card says what is known: without an answer here it stands as it did.
        if (!isWanted || 'failure' in answer) return
        setKnown((others) =>
          others.get(key) === answer.value ? others : new Map(others).set(key, answer.value),
        )
      } catch (error) {
        if (isWanted)
          setFault(new Error('Reading what is known of a place has a fault.', { cause: error }))
      }
    }
    for (const [key, sight] of sights) {
      const promise = sight.picture === 'here' ? pick(sight) : undefined
      if (promise) void wait(key, promise)
    }
    return () => {
      isWanted = false
    }
  }, [sights, pick])

  if (fault) throw fault
  return known
}

/** Until when somebody has access, of a guest. */
export const accessOf = ({ access }: Here) => access
/** How many somebody vouches for, of one of the organization's own people. */
export const guestsOf = ({ guests }: Here) => guests
