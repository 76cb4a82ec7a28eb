import type { Me } from '@foyer/contracts/me'
import type { OrganizationLocation } from '@foyer/contracts/organizations'
import { Trans } from '@lingui/react'
import { paths } from '../../paths.ts'
import { LinkButton } from '../../ui/link-button.tsx'
import styles from './organization.module.css'

/** The way out, quiet and last: it leads to a page of its own, far from the groups. */
export function LeaveCard({
  organization: { slug },
  me,
}: {
  organization: OrganizationLocation
  me: Me
}) {
  const name = <bdi>{me.organization.name}</bdi>
  return (
    <section className={styles.quiet} aria-labelledby="leaving">
      <h2 id="leaving" className={styles.quietHeading}>
        <Trans id="leave-card.title" message="Leaving" />
      </h2>
      <p className={styles.small}>
        <Trans
          id="leave-card.text"
          message="You see first what ends, and nothing happens before you confirm it."
        />
      </p>
      <LinkButton to={paths.departure(slug)}>
        <Trans id="departure.title" message="End my access at {name}" values={{ name }} />
      </LinkButton>
    </section>
  )
}
