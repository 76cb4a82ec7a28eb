import { type ReactNode, useEffect, useLayoutEffect, useRef } from 'react'
import styles from './page-title.module.css'

// A page that learns more may put another heading in the place of the one that has the focus.
let isFocusHanded = false

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
  const heading = useRef<HTMLHeadingElement>(null)
  useLayoutEffect(() => {
    const element = heading.current
    if (isFocusHanded) element?.focus({ preventScroll: true })
    isFocusHanded = false
    return () => {
      isFocusHanded = document.activeElement === element
    }
  }, [])
  useEffect(() => {
    document.title = `${inWindow} · Foyer`
  }, [inWindow])
  return (
    <h1 ref={heading} className={`${styles.title} ${styles[size]}`} tabIndex={-1}>
      {children}
    </h1>
  )
}
