import { type ReactNode, useEffect, useId, useRef } from 'react'
import styles from './question.module.css'

/**
 * Asks before what cannot be undone. The browser's own modal dialog: it keeps the focus inside,
 * makes the page inert, and lets it go again however the question ends. (Fluent's leaves the page
 * hidden from screen readers when a navigation takes it away while it is open.)
 */
export function Question({
  title,
  actions,
  isBusy,
  onCancel,
  children,
}: {
  title: ReactNode
  /** The harmless one first: it gets the focus. */
  actions: ReactNode
  /** While the act goes on, the question stays. */
  isBusy: boolean
  onCancel: () => void
  children: ReactNode
}) {
  const titleId = useId()
  const textId = useId()
  const dialog = useRef<HTMLDialogElement>(null)
  const acts = useRef<HTMLDivElement>(null)

  useEffect(() => {
    const element = dialog.current
    // What the scroll bar of the page takes, which goes while the page is shut.
    const { documentElement } = document
    const taken = window.innerWidth - documentElement.clientWidth
    documentElement.style.setProperty('--scroll-bar', `${taken}px`)
    element?.showModal()
    acts.current?.querySelector('button')?.focus()
  }, [])

  return (
    <dialog
      ref={dialog}
      role="alertdialog"
      aria-labelledby={titleId}
      aria-describedby={textId}
      className={styles.dialog}
      onCancel={(event) => {
        event.preventDefault()
        if (!isBusy) onCancel()
      }}
      // Browsers let a second Escape through, whatever was said to the first.
      onClose={() => {
        if (isBusy) dialog.current?.showModal()
        else onCancel()
      }}
    >
      <h2 id={titleId} className={styles.title}>
        {title}
      </h2>
      <div id={textId} className={styles.content}>
        {children}
      </div>
      <div ref={acts} className={styles.actions}>
        {actions}
      </div>
    </dialog>
  )
}
