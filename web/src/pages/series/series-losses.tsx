import { DismissCircleFilled } from '@fluentui/react-icons/svg/dismiss-circle'
import type { Me, Membership } from '@foyer/contracts/me'
import { Trans, useLingui } from '@lingui/react'
import { formatNames } from '../../language/names.ts'
import { Say } from '../../language/say.tsx'
import { Message } from '../../ui/message.tsx'
import { InheritedLoss } from '../organization/inherited-loss.tsx'
import losses from '../organization/losses.module.css'
import { describeKind } from '../organization/membership-words.ts'
import { WayBackIn } from '../organization/way-back-in.tsx'
import { tellWhatEnds } from '../organization/what-ends.ts'
import { WhatStays } from '../organization/what-stays.tsx'
import styles from './series.module.css'

/** What leaving several groups ends, group by group, what stays, and the way back. */
export function SeriesLosses({
  chosen,
  memberships,
  me,
}: {
  chosen: readonly Membership[]
  memberships: readonly Membership[]
  me: Me
}) {
  const { i18n } = useLingui()
  const owned = chosen.filter(({ role }) => role === 'member-and-owner').map(({ name }) => name)
  return (
    <>
      <ul className={losses.losses}>
        {chosen.map((membership) => (
          <li key={membership.groupId} className={losses.ends}>
            <DismissCircleFilled />
            <div className={styles.words}>
              <p>
                <strong>
                  <bdi>{membership.name}</bdi>
                </strong>{' '}
                <span className={losses.small}>{describeKind(i18n, membership)}</span>
              </p>
              <p className={styles.ends}>
                <Say text={tellWhatEnds(membership.kind)} />
              </p>
            </div>
          </li>
        ))}
        <InheritedLoss left={chosen} memberships={memberships} />
        <WhatStays me={me} />
      </ul>
      {owned.length > 0 ? (
        <Message tone="warning">
          <p>
            <Trans
              id="series.owner"
              message="You are one of the owners of {names}. Leaving ends your membership; only another owner or {organization} can end that you own it."
              values={{
                names: <bdi>{formatNames(i18n, owned)}</bdi>,
                organization: <bdi>{me.organization.name}</bdi>,
              }}
            />
          </p>
        </Message>
      ) : null}
      <WayBackIn me={me} />
    </>
  )
}
