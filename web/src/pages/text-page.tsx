import type { ReactNode } from 'react'
import { PageTitle } from '../ui/page-title.tsx'
import styles from './text-page.module.css'

/** A page that is read. */
export function TextPage({
  inWindow,
  title,
  children,
}: {
  inWindow: string
  title: ReactNode
  children: ReactNode
}) {
  return (
    <article className={styles.page}>
      <PageTitle inWindow={inWindow}>{title}</PageTitle>
      {children}
    </article>
  )
}
