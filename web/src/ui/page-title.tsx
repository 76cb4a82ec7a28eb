import { type ReactNode, useEffect } from 'react'
import styles from './page-title.module.css'

/** The page's heading, which takes the focus after navigation, and its title in the window. */
export function PageTitle({
  inWindow,
  size = 'page',
  children,
}: {
  /** In words, since a heading may hold more than text. */
  inWindow: string
  size?: 'page' | 'poster' | 'card'
  children: ReactNode
}) {
  useEffect(() => {
    document.title = `${inWindow} · Foyer`
  }, [inWindow])
  return (
    <h1 className={`${styles.title} ${styles[size]}`} tabIndex={-1}>
      {children}
    </h1>
  )
}
