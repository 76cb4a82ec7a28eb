import { Trans } from '@lingui/react'
import { Card } from '../../ui/card.tsx'
import { Bone } from '../../ui/waiting.tsx'
import styles from './groups-card.module.css'

const rows = ['first', 'second', 'third', 'fourth']

/** Where the groups will stand. */
export function GroupsSkeleton() {
  return (
    <Card heading={<Trans id="groups.title.unknown" message="Your groups" />}>
      {rows.map((row) => (
        <div key={row} className={styles.skeleton}>
          <Bone width={40} height={40} />
          <Bone width="45%" height={20} />
          <Bone width="75%" height={16} />
        </div>
      ))}
    </Card>
  )
}
