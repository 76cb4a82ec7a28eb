import { Trans } from '@lingui/react'
import type { ReactNode } from 'react'
import { paths } from '../../paths.ts'
import { BackLink } from '../../ui/back-link.tsx'
import { Door } from '../../ui/door.tsx'
import { PageTitle } from '../../ui/page-title.tsx'
import styles from './organization.module.css'

/** Door, name and what there is to say at once. */
export function OrganizationHead({
  name,
  pill,
  look = 'filled',
  children,
}: {
  name: string
  pill?: ReactNode
  look?: 'filled' | 'pale' | 'grey'
  children: ReactNode
}) {
  return (
    <>
      <BackLink to={paths.home}>
        <Trans id="organization.back" message="My organizations" />
      </BackLink>
      <header className={styles.head}>
        <Door name={name} size="large" look={look} />
        <div className={styles.title}>
          <div className={styles.nameLine}>
            <PageTitle inWindow={name}>
              <bdi>{name}</bdi>
            </PageTitle>
            {pill}
          </div>
          <div className={styles.lead}>{children}</div>
        </div>
      </header>
    </>
  )
}
