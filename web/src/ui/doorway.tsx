import type { ReactNode } from 'react'
import styles from './doorway.module.css'

/** The page before one is in: a card that is a doorway, and beside it what lies behind. */
export function Doorway({
  beside,
  below,
  children,
}: {
  beside: ReactNode
  below?: ReactNode
  children: ReactNode
}) {
  return (
    <div className={styles.page}>
      <div className={styles.beside}>{beside}</div>
      <div className={styles.side}>
        <div className={styles.frame}>
          <div className={styles.door}>{children}</div>
        </div>
        {below ? <div className={styles.below}>{below}</div> : null}
      </div>
    </div>
  )
}
