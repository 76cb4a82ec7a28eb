import type { ReactNode } from 'react'
import { BlankDoor, Door } from '../ui/door.tsx'
import { PageTitle } from '../ui/page-title.tsx'
import styles from './notice.module.css'

/** The page where there is no offer to answer: how it stands, and the step that remains. */
export function Notice({
  organization,
  look,
  inWindow,
  title,
  children,
  below,
}: {
  /** Absent where nothing is known of it. */
  organization?: string
  look: 'filled' | 'pale' | 'grey' | 'dashed'
  inWindow: string
  title: ReactNode
  children: ReactNode
  /** Other parts of the page. */
  below?: ReactNode
}) {
  return (
    <div className={styles.page}>
      <div className={styles.notice}>
        {organization === undefined ? (
          <BlankDoor size="large" look={look} mark="?" />
        ) : (
          <Door name={organization} size="large" look={look} />
        )}
        <div className={styles.text}>
          <PageTitle size="slip" inWindow={inWindow}>
            {title}
          </PageTitle>
          {children}
        </div>
      </div>
      {below}
    </div>
  )
}

export function NoticeActs({ children }: { children: ReactNode }) {
  return <div className={styles.acts}>{children}</div>
}
