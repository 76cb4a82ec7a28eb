import { Trans } from '@lingui/react'
import { usePatience } from '../../ui/patience.ts'
import { Bone } from '../../ui/waiting.tsx'
import { PlaceFrame } from './place-frame.tsx'
import styles from './place-frame.module.css'

/** A card whose organization has not answered: its name is known, the rest keeps its place. */
export function PlaceSkeleton({ name, seenAs }: { name: string; seenAs: string | undefined }) {
  const patience = usePatience()
  const isLong = patience === 'long' || patience === 'too-long'
  return (
    <PlaceFrame
      name={name}
      seenAs={seenAs}
      look="pale"
      sentence={
        isLong ? (
          <Trans
            id="waiting.long"
            message="{name} takes longer than usual to answer."
            values={{ name: <bdi>{name}</bdi> }}
          />
        ) : (
          <div aria-hidden="true" className={styles.bones}>
            <Bone width="100%" height={16} />
            <Bone width="70%" height={16} />
          </div>
        )
      }
      foot={
        <div aria-hidden="true">
          <Bone width={120} height={40} />
        </div>
      }
    />
  )
}
