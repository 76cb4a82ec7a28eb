import { type ReactNode, useEffect, useLayoutEffect, useRef } from 'react'
import styles from './page-title.module.css'

// Set where the next heading is to take the focus: no page is there yet, or one that has learnt
// more puts another heading in the place of the one that has it.
let isFocusWanted = false

/** Puts the focus on the page's heading, as soon as there is one. */
export function focusHeading(): void {
  const heading = document.querySelector<HTMLElement>('main h1')
  if (heading) heading.focus()
  else isFocusWanted = true
}

/** The page's heading, which takes the focus after navigation, and its title in the window. */
export function PageTitle({
  inWindow,
  size = 'page',
  children,
}: {
  /** In words, since a heading may hold more than text. */
  inWindow: string
  size?: 'page' | 'poster' | 'slip' | 'card'
  children: ReactNode
}) {
  const heading = useRef<HTMLHeadingElement>(null)
  useLayoutEffect(() => {
    const element = heading.current
    if (isFocusWanted) element?.focus({ preventScroll: true })
    isFocusWanted = false
    return () => {
      isFocusWanted = document.activeElement === element
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
