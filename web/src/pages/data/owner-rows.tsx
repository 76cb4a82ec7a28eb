import type { LeavingData } from '@foyer/contracts/my-data'
import { Trans } from '@lingui/react'
import styles from './data.module.css'

/** Whom somebody proposed as owners when they left, and why a group needs none. */
export function OwnerRows({
  proposedOwners = [],
  ownerless = [],
}: Pick<LeavingData, 'proposedOwners' | 'ownerless'>) {
  return (
    <>
      {proposedOwners.map(({ group, person }) => (
        <span key={`${group} ${person}`} className={styles.small}>
          <Trans
            id="data.proposed-owner"
            message="You proposed {person} as the owner of {group}."
            values={{ person: <bdi>{person}</bdi>, group: <bdi>{group}</bdi> }}
          />
        </span>
      ))}
      {ownerless.map(({ groupId, group, reason }) => (
        <span key={groupId} className={styles.small}>
          <Trans
            id="data.ownerless"
            message="{group} lost its only owner with you."
            values={{ group: <bdi>{group ?? groupId}</bdi> }}
          />{' '}
          {reason === undefined ? null : (
            <Trans
              id="data.ownerless.reason"
              message="It needs none: {reason}"
              values={{ reason: <q>{reason}</q> }}
            />
          )}
        </span>
      ))}
    </>
  )
}
