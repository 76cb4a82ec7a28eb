import { Trans } from '@lingui/react'
import type { ReactNode } from 'react'
import { Card } from '../../ui/card.tsx'
import { usePatience } from '../../ui/patience.ts'
import { Bone } from '../../ui/waiting.tsx'
import styles from './access-card.module.css'

export function AccessTitle() {
  return <Trans id="stay.title" message="How long you have access" />
}

/** Where the timeline will stand, and what can be done. */
export function AccessSkeleton({ late }: { late?: ReactNode }) {
  return (
    <Card heading={<AccessTitle />}>
      <div className={styles.skeleton}>
        <Bone width="100%" height={12} />
        <div className={styles.marks}>
          <Bone width="70%" height={44} />
          <Bone width="70%" height={44} />
          <Bone width="70%" height={44} />
        </div>
        {late ?? <Bone width={140} height={40} />}
      </div>
    </Card>
  )
}

/** The same, where only this is waited for. */
export function AccessWaiting({ name }: { name: string }) {
  const patience = usePatience()
  if (patience === 'short') return <AccessSkeleton />
  return (
    <AccessSkeleton
      late={
        <p className={styles.late}>
          <Trans
            id="waiting.long"
            message="{name} takes longer than usual to answer."
            values={{ name: <bdi>{name}</bdi> }}
          />
        </p>
      }
    />
  )
}
