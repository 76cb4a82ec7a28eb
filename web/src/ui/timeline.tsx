import type { ReactNode } from 'react'
import styles from './timeline.module.css'

/** One day of a timeline; an end that is `over` lies before today, and one that is `open` is not known. */
export interface Mark {
  readonly look: 'since' | 'today' | 'end' | 'over' | 'open'
  readonly day: ReactNode
  readonly text: ReactNode
}

/** Since when and until when something lasts, in the order of its days; not to scale. */
export function Timeline({ marks, isNear }: { marks: readonly Mark[]; isNear: boolean }) {
  return (
    <ol className={`${styles.timeline} ${isNear ? styles.near : ''}`}>
      {marks.map(({ look, day, text }) => (
        <li key={look} className={styles[look]}>
          <span className={styles.sign} aria-hidden="true" />
          <span className={styles.day}>{day}</span>
          <span className={styles.words}>{text}</span>
        </li>
      ))}
    </ol>
  )
}
