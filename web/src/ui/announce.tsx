import { createContext, type ReactNode, use, useState } from 'react'
import { createPortal } from 'react-dom'

const StatusPlace = createContext<HTMLElement | null>(null)

/** The page's one polite live region, above what it speaks of. */
export function StatusRegion({ before, children }: { before: ReactNode; children: ReactNode }) {
  const [place, setPlace] = useState<HTMLElement | null>(null)
  return (
    <StatusPlace value={place}>
      {/* oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- output may hold no blocks */}
      <div role="status">
        {before}
        <div ref={setPlace} />
      </div>
      {children}
    </StatusPlace>
  )
}

/** Shows and tells something in the page's status region, as long as it is rendered. */
export function Announce({ children }: { children: ReactNode }) {
  const place = use(StatusPlace)
  return place ? createPortal(children, place) : null
}
