import { useEffect, useRef } from 'react'
import { useLoaderData } from 'react-router'
import { focusHeading } from '../../ui/page-title.tsx'
import { RoundChoice } from './round-choice.tsx'
import type { roundLoader } from './round-loader.ts'
import { RoundView } from './round-view.tsx'

/** The page on which several organizations are left, one after the other. */
export function RoundPage() {
  const { choice, round } = useLoaderData<typeof roundLoader>()
  const isBegun = round !== undefined
  const wasBegun = useRef(isBegun)
  useEffect(() => {
    // The one takes the place of the other, with the button that had the focus.
    if (wasBegun.current !== isBegun) focusHeading()
    wasBegun.current = isBegun
  }, [isBegun])
  return round ? <RoundView round={round} /> : <RoundChoice lookings={choice} />
}
