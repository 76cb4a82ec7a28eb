import { type ReactNode, useEffect, useId, useRef } from 'react'
import styles from './exit.module.css'

/** The step that is to be taken now. Where it follows another one, its heading takes the focus. */
export function Step({
  heading,
  isNext,
  children,
}: {
  heading: ReactNode
  /** Whether it took the place of another step, and is not what the page began with. */
  isNext: boolean
  children: ReactNode
}) {
  const id = useId()
  const title = useRef<HTMLHeadingElement>(null)
  const wasNext = useRef(isNext)
  useEffect(() => {
    if (wasNext.current) title.current?.focus()
  }, [])
  return (
    <section className={styles.step} aria-labelledby={id}>
      <h2 ref={title} id={id} tabIndex={-1} className={styles.stepTitle}>
        {heading}
      </h2>
      {children}
    </section>
  )
}
