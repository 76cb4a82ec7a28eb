import { type ReactNode, useId } from 'react'
import styles from './card.module.css'

/** A part of a page, named by its heading. */
export function Card({
  heading,
  note,
  children,
}: {
  heading: ReactNode
  note?: ReactNode
  children: ReactNode
}) {
  const id = useId()
  return (
    <section className={styles.card} aria-labelledby={id}>
      <h2 id={id} className={styles.heading}>
        {heading}
      </h2>
      {note ? <p className={styles.note}>{note}</p> : null}
      {children}
    </section>
  )
}
