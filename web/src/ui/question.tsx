import { type ReactNode, useEffect, useId, useRef } from 'react'
import styles from './question.module.css'

/**
 * Asks before something is done. The browser's own modal dialog: it keeps the focus inside,
 * makes the page inert, and lets it go again however the question ends. (Fluent's leaves the page
 * hidden from screen readers when a navigation takes it away while it is open.)
 */
export function Question({
  title,
  actions,
  isForm = false,
  isBusy,
  onCancel,
  children,
}: {
  title: ReactNode
  /** There is something to fill in, and its first field gets the focus in place of an act. */
  isForm?: boolean
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
  const content = useRef<HTMLDivElement>(null)
  const acts = useRef<HTMLDivElement>(null)

  useEffect(() => {
    const element = dialog.current
    // What the scroll bar of the page takes, which goes while the page is shut.
    const { documentElement } = document
    const taken = window.innerWidth - documentElement.clientWidth
    documentElement.style.setProperty('--scroll-bar', `${taken}px`)
    element?.showModal()
    const first = isForm
      ? content.current?.querySelector<HTMLElement>('input, textarea')
      : acts.current?.querySelector('button')
    first?.focus()
  }, [isForm])

  return (
    <dialog
      ref={dialog}
      role={isForm ? undefined : 'alertdialog'}
      aria-labelledby={titleId}
      aria-describedby={isForm ? undefined : textId}
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
      <div ref={content} id={textId} className={styles.content}>
        {children}
      </div>
      <div ref={acts} className={styles.actions}>
        {actions}
      </div>
    </dialog>
  )
}
