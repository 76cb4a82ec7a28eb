import type { ReactNode } from 'react'
import styles from './pill.module.css'

/** A state in a word; the icon and the colour repeat it. */
export function Pill({
  tone,
  icon,
  children,
}: {
  tone: 'ok' | 'info' | 'warn' | 'neutral' | 'bad'
  icon: ReactNode
  children: ReactNode
}) {
  return (
    <span className={`${styles.pill} ${styles[tone]}`}>
      {icon}
      <span>{children}</span>
    </span>
  )
}
