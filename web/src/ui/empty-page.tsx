import type { ReactNode } from 'react'
import { BlankDoor } from './door.tsx'
import styles from './empty-page.module.css'

/** What stands on a page that has nothing to show. */
export function EmptyPage({
  title,
  text,
  act,
}: {
  title: ReactNode
  text: ReactNode
  /** The step that remains, where there is one. */
  act?: ReactNode
}) {
  return (
    <div className={styles.empty}>
      <BlankDoor size="large" />
      <h2>{title}</h2>
      <p>{text}</p>
      {act}
    </div>
  )
}
