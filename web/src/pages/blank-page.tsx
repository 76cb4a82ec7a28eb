import { type ReactNode, useEffect } from 'react'
import { BlankDoor } from '../ui/door.tsx'
import { focusHeading, PageTitle } from '../ui/page-title.tsx'
import styles from './blank-page.module.css'

/** A page that has one thing to say and one way on. */
export function BlankPage({
  mark,
  inWindow,
  title,
  act,
  role,
  children,
}: {
  /** On the door; without one the door is only empty. */
  mark?: string
  inWindow: string
  title: ReactNode
  act: ReactNode
  role?: 'alert'
  children: ReactNode
}) {
  // It is not what was asked for, so it speaks first, even where it is the first page.
  useEffect(focusHeading, [])
  return (
    <div className={styles.card} role={role}>
      {mark ? <BlankDoor size="large" look="dashed" mark={mark} /> : <BlankDoor size="large" />}
      <PageTitle inWindow={inWindow} size="card">
        {title}
      </PageTitle>
      <p className={styles.text}>{children}</p>
      <div className={styles.act}>{act}</div>
    </div>
  )
}
