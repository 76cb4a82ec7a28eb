import type { MyAccess } from '@foyer/contracts/stay'
import { useEffect, useState } from 'react'
import type { Answer } from '../../failure.ts'
import type { Sight } from '../../places/sight.ts'

/** Until when somebody has access at each place, as far as that is known by now. */
export function useAccesses(sights: ReadonlyMap<string, Sight>): ReadonlyMap<string, MyAccess> {
  const [accesses, setAccesses] = useState<ReadonlyMap<string, MyAccess>>(new Map())
  const [fault, setFault] = useState<Error>()

  useEffect(() => {
    let isWanted = true
    const wait = async (key: string, access: Promise<Answer<MyAccess>>) => {
      try {
        const answer = await access
        // A card says what is known: without an answer here it stands as it did.
        if (!isWanted || 'failure' in answer) return
        setAccesses((others) =>
          others.get(key) === answer.value ? others : new Map(others).set(key, answer.value),
        )
      } catch (error) {
        if (isWanted) setFault(new Error('Reading an access has a fault.', { cause: error }))
      }
    }
    for (const [key, sight] of sights) {
      if (sight.picture === 'here' && sight.access) void wait(key, sight.access)
    }
    return () => {
      isWanted = false
    }
  }, [sights])

  if (fault) throw fault
  return accesses
}
