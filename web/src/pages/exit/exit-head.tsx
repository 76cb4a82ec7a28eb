import type { ReactNode } from 'react'
import { Door } from '../../ui/door.tsx'
import { PageTitle } from '../../ui/page-title.tsx'
import styles from './exit.module.css'

/** Which organization a page without a sign-in is about, and what it has to say of it. */
export function ExitHead({
  organization,
  look,
  inWindow,
  title,
  children,
}: {
  organization: string
  look: 'filled' | 'pale' | 'grey'
  inWindow: string
  title: ReactNode
  children: ReactNode
}) {
  return (
    <header className={styles.head}>
      <Door name={organization} size="large" look={look} />
      <div className={styles.title}>
        <PageTitle inWindow={inWindow} size="slip">
          {title}
        </PageTitle>
        <p className={styles.lead}>{children}</p>
      </div>
    </header>
  )
}
