import type { ReactNode } from 'react'
import { Announce } from './announce.tsx'
import styles from './chosen-bar.module.css'

/** Below what is chosen, and always in sight: how many are, and what can be done with them. */
export function ChosenBar({ count, children }: { count: ReactNode; children: ReactNode }) {
  return (
    <div className={styles.bar}>
      <Announce>
        <p className="foyer-hidden">{count}</p>
      </Announce>
      <p className={styles.count} aria-hidden="true">
        {count}
      </p>
      <div className={styles.acts}>{children}</div>
    </div>
  )
}
