import { PersonCircleRegular } from '@fluentui/react-icons/svg/person-circle'
import { Trans } from '@lingui/react'
import { type ReactNode, useId } from 'react'
import { Door } from '../../ui/door.tsx'
import styles from './place-frame.module.css'

/** One card of an organization: in every state the same facts stand in the same places. */
export function PlaceFrame({
  name,
  seenAs,
  look,
  isNear = false,
  badge,
  pill,
  sentence,
  facts,
  foot,
}: {
  name: string
  /** The address of the account it is seen with, where one is known. */
  seenAs?: string | undefined
  look: 'filled' | 'pale' | 'blue' | 'dashed' | 'grey'
  /** One's access there ends soon. */
  isNear?: boolean
  badge?: ReactNode
  pill?: ReactNode
  sentence: ReactNode
  facts?: ReactNode
  foot?: ReactNode
}) {
  const id = useId()
  return (
    <article
      className={`${styles.card} ${look === 'dashed' ? styles.dashed : ''} ${isNear ? styles.near : ''}`}
      aria-labelledby={id}
    >
      <div className={styles.head}>
        <Door name={name} size="medium" look={look} badge={badge} />
        <div className={styles.words}>
          <div className={styles.nameLine}>
            <h3 id={id} className={styles.name}>
              <bdi>{name}</bdi>
            </h3>
            {pill}
          </div>
          <div className={styles.sentence}>{sentence}</div>
        </div>
      </div>
      {facts || seenAs ? (
        <div className={styles.facts}>
          {facts}
          {seenAs ? <SeenAs mail={seenAs} /> : null}
        </div>
      ) : null}
      {foot ? <div className={styles.foot}>{foot}</div> : null}
    </article>
  )
}

function SeenAs({ mail }: { mail: string }) {
  return (
    <p className={styles.fact}>
      <PersonCircleRegular />
      <span>
        <Trans id="place.seen-as" message="Seen with {mail}" values={{ mail: <bdi>{mail}</bdi> }} />
      </span>
    </p>
  )
}
