import type { ReactNode } from 'react'

/** A link that leaves Foyer, within a sentence that gives its words. */
export function OutsideWords({ href, children }: { href: string; children?: ReactNode }) {
  return (
    <a href={href} rel="noreferrer">
      {children}
    </a>
  )
}
