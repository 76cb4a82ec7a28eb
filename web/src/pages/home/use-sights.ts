import { useEffect, useState } from 'react'
import type { Place } from '../../places/place.ts'
import type { Sight } from '../../places/sight.ts'

/** A place and what will be seen there. */
export interface Looking {
  readonly place: Place
  readonly sight: Promise<Sight>
}

/**
 * What was seen of each place so far. A place that is looked at again keeps what it showed until
 * the new answer comes.
 */
export function useSights(lookings: readonly Looking[]): ReadonlyMap<string, Sight> {
  const [sights, setSights] = useState<ReadonlyMap<string, Sight>>(new Map())
  const [fault, setFault] = useState<Error>()

  useEffect(() => {
    let isWanted = true
    const wait = async ({ place, sight }: Looking) => {
      try {
        const seen = await sight
        if (isWanted) setSights((others) => new Map(others).set(place.key, seen))
      } catch (error) {
        if (isWanted) setFault(new Error('A look at a place has a fault.', { cause: error }))
      }
    }
    for (const looking of lookings) void wait(looking)
    return () => {
      isWanted = false
    }
  }, [lookings])

  if (fault) throw fault
  return sights
}
