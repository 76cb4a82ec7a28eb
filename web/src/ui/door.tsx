import type { ReactNode } from 'react'
import { initialOf } from '../language/names.ts'
import styles from './door.module.css'

interface Look {
  /** 32, 52 or 84 pixels wide. */
  readonly size: 'small' | 'medium' | 'large'
  /**
   * Filled: one is in. Pale: not seen yet. Blue: invited. Dashed: nothing is known of it.
   * Grey: shut.
   */
  readonly look?: 'filled' | 'pale' | 'blue' | 'dashed' | 'grey'
}

/** The sign of an organization, and of nothing else. */
export function Door({
  name,
  size,
  look = 'filled',
  badge,
}: Look & {
  name: string
  /** An icon at its foot, which repeats the state. */
  badge?: ReactNode
}) {
  return (
    <span className={`${styles.door} ${styles[size]} ${styles[look]}`} aria-hidden="true">
      {initialOf(name)}
      {badge ? <span className={styles.badge}>{badge}</span> : null}
    </span>
  )
}

/** A door without an organization: an empty or an unknown place. */
export function BlankDoor({ size, look = 'pale', mark = '' }: Look & { mark?: string }) {
  return (
    <span className={`${styles.door} ${styles[size]} ${styles[look]}`} aria-hidden="true">
      {mark}
    </span>
  )
}
