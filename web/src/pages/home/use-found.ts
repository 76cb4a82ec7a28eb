import { useEffect, useState } from 'react'
import type { Found } from '../../places/found.ts'
import type { PlaceLink } from './organizations-view.tsx'

interface More {
  readonly places: readonly PlaceLink[]
  readonly unconnected: readonly Found[]
}

const nothing: More = { places: [], unconnected: [] }

/** What was found beyond what this browser knew, once it is there; until then what was found last. */
export function useFound(found: Promise<More>): More {
  const [more, setMore] = useState(nothing)
  useEffect(() => {
    let isWanted = true
    const wait = async () => {
      const all = await found
      if (isWanted) setMore(all)
    }
    void wait()
    return () => {
      isWanted = false
    }
  }, [found])
  return more
}
