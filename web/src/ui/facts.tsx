import type { ReactNode } from 'react'
import styles from './facts.module.css'

/** Names of facts and the facts, side by side where there is room. */
export function Facts({ children }: { children: ReactNode }) {
  return <dl className={styles.facts}>{children}</dl>
}

export function Fact({
  name,
  isWide = false,
  children,
}: {
  name: ReactNode
  /** Has a line of its own. */
  isWide?: boolean
  children: ReactNode
}) {
  return (
    <div className={isWide ? styles.wide : undefined}>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  )
}
