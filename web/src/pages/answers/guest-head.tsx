import type { ReactNode } from 'react'
import { Face } from '../../ui/face.tsx'
import styles from './answers.module.css'

/** Whom a card is about, and in a word how it stands. */
export function GuestHead({
  guest: { name, mail },
  pill,
}: {
  guest: { readonly name: string; readonly mail?: string }
  pill: ReactNode
}) {
  return (
    <span className={styles.head}>
      <Face name={name} size="medium" tone="other" />
      <span className={styles.who}>
        <bdi>{name}</bdi>
        {mail ? (
          <span className={styles.mail}>
            <bdi>{mail}</bdi>
          </span>
        ) : null}
      </span>
      {pill}
    </span>
  )
}
