import { ArrowLeftRegular } from '@fluentui/react-icons/svg/arrow-left'
import { Trans, useLingui } from '@lingui/react'
import type { ReactNode } from 'react'
import { Link } from 'react-router'
import { paths } from '../../paths.ts'
import { Door } from '../../ui/door.tsx'
import { PageTitle } from '../../ui/page-title.tsx'
import styles from './departure.module.css'

/** What the page is for, whatever the organization answers. */
export function DepartureHead({
  slug,
  name,
  look,
  children,
}: {
  slug: string
  name: string
  look: 'filled' | 'pale' | 'grey'
  children: ReactNode
}) {
  const { i18n } = useLingui()
  const shownName = <bdi>{name}</bdi>
  return (
    <>
      <Link to={paths.organization(slug)} className={styles.back}>
        <ArrowLeftRegular />
        <span>
          <Trans id="departure.back" message="Back to {name}" values={{ name: shownName }} />
        </span>
      </Link>
      <header className={styles.head}>
        <Door name={name} size="large" look={look} />
        <div className={styles.title}>
          <PageTitle
            inWindow={i18n._(
              /*i18n*/ {
                id: 'departure.window',
                message: 'End my access at {name}',
                values: { name },
              },
            )}
          >
            <Trans
              id="departure.title"
              message="End my access at {name}"
              values={{ name: shownName }}
            />
          </PageTitle>
          <div className={styles.lead}>{children}</div>
        </div>
      </header>
    </>
  )
}
