import type { ReactNode } from 'react'
import styles from './group-tile.module.css'

/** The place of a group's icon; its words say the same. */
export function GroupTile({ children }: { children: ReactNode }) {
  return (
    <span className={styles.tile} aria-hidden="true">
      {children}
    </span>
  )
}
