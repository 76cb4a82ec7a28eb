import type { Me } from '@foyer/contracts/me'
import { Trans } from '@lingui/react'
import { Card } from '../../ui/card.tsx'
import { BlankDoor } from '../../ui/door.tsx'
import styles from './groups-card.module.css'

/** Where the organization tells only how many there are. */
export function CountCard({ me, count }: { me: Me; count: number }) {
  return (
    <Card
      heading={
        <Trans
          id="groups.count.title"
          message="{count, plural, =0 {You are in no group here} one {You are in one group here} other {You are in # groups here}}"
          values={{ count }}
        />
      }
    >
      <p className={styles.text}>
        <Trans
          id="groups.count.text"
          message="{organization} does not show its guests the names of groups, so they cannot be left here one by one. Ask whoever vouches for you."
          values={{ organization: <bdi>{me.organization.name}</bdi> }}
        />
      </p>
    </Card>
  )
}

/** Where there is none. */
export function EmptyCard() {
  return (
    <Card heading={<Trans id="groups.title.unknown" message="Your groups" />}>
      <div className={styles.empty}>
        <BlankDoor size="large" />
        <h3>
          <Trans id="groups.empty.title" message="You are in no group here" />
        </h3>
        <p className={styles.text}>
          <Trans
            id="groups.empty.text"
            message="Single files, sites or apps may still have been shared with you; those are not groups and not shown here."
          />
        </p>
      </div>
    </Card>
  )
}
