import { DismissCircleFilled } from '@fluentui/react-icons/svg/dismiss-circle'
import type { Me, Membership } from '@foyer/contracts/me'
import { Trans } from '@lingui/react'
import { Say } from '../../language/say.tsx'
import { Message } from '../../ui/message.tsx'
import { InheritedLoss } from './inherited-loss.tsx'
import styles from './losses.module.css'
import { tellWhatEnds } from './what-ends.ts'
import { WhatStays } from './what-stays.tsx'
import { WayBackIn } from './way-back-in.tsx'

/** What leaving a group ends, what stays, and the way back. */
export function Losses({
  membership,
  memberships,
  me,
}: {
  membership: Membership
  memberships: Membership[]
  me: Me
}) {
  const organization = <bdi>{me.organization.name}</bdi>
  return (
    <>
      <ul className={styles.losses}>
        <li className={styles.ends}>
          <DismissCircleFilled />
          <span>
            <Say text={tellWhatEnds(membership.kind)} />
          </span>
        </li>
        <InheritedLoss left={[membership]} memberships={memberships} />
        <WhatStays me={me} />
      </ul>
      {membership.role === 'member-and-owner' ? (
        <Message tone="warning">
          <p>
            <Trans
              id="losses.owner"
              message="You are one of its owners. Leaving ends your membership; only another owner or {organization} can end that you own it."
              values={{ organization }}
            />
          </p>
        </Message>
      ) : null}
      <WayBackIn me={me} />
    </>
  )
}
