import { AppsListRegular } from '@fluentui/react-icons/svg/apps-list'
import { ArchiveRegular } from '@fluentui/react-icons/svg/archive'
import { ClockRegular } from '@fluentui/react-icons/svg/clock'
import { DismissCircleFilled } from '@fluentui/react-icons/svg/dismiss-circle'
import type { DeparturePreview } from '@foyer/contracts/departure'
import type { Me } from '@foyer/contracts/me'
import { Trans } from '@lingui/react'
import { Message } from '../../ui/message.tsx'
import styles from './departure.module.css'
import { LostGroups } from './lost-groups.tsx'
import { NameList } from './name-list.tsx'
import { OwnedAlone } from './owned-alone.tsx'

/** What a departure ends, counted and named, and what stays. */
export function DepartureLosses({
  me,
  preview: { mayLeave, groupCount, groups, ownedAlone = [], apps, mayReturnBySync },
}: {
  me: Me
  preview: DeparturePreview
}) {
  const organization = <bdi>{me.organization.name}</bdi>
  return (
    <div className={styles.losses}>
      <ul className={styles.list}>
        <li className={styles.ends}>
          <DismissCircleFilled />
          <span>
            <Trans
              id="departure.sign-in"
              message="<0>Your account at {organization}</0>: you can no longer sign in there, and apps, sites and files that were opened for you close"
              values={{ organization }}
              components={{ 0: <strong /> }}
            />
          </span>
        </li>
        {groups ? <LostGroups groups={groups} /> : null}
        {!groups && groupCount > 0 ? (
          <li className={styles.ends}>
            <DismissCircleFilled />
            <span>
              <Trans
                id="departure.groups.unnamed"
                message="{count, plural, one {<0>One group</0>, whose name is not shown to guests} other {<0># groups</0>, whose names are not shown to guests}}"
                values={{ count: groupCount }}
                components={{ 0: <strong /> }}
              />
            </span>
          </li>
        ) : null}
        {apps && apps.length > 0 ? (
          <li className={styles.ends}>
            <DismissCircleFilled />
            <span>
              <Trans
                id="departure.apps"
                message="{count, plural, one {<0>One app</0>: {names}} other {<0># apps</0>: {names}}}"
                values={{ count: apps.length, names: <NameList names={apps} /> }}
                components={{ 0: <strong /> }}
              />
            </span>
          </li>
        ) : null}
        <Without hasNoGroup={groupCount === 0} hasNoApp={apps?.length === 0} />
        <li>
          <ArchiveRegular />
          <span>
            <Trans
              id="departure.stays"
              message="Files and messages that you wrote there stay with {organization}"
              values={{ organization }}
            />
          </span>
        </li>
        <li>
          <ClockRegular />
          <span>
            <Trans
              id="departure.open-sessions"
              message="What you have open now can stay open until its sign-in ends, up to about 90 minutes"
            />
          </span>
        </li>
      </ul>
      {ownedAlone.length > 0 ? (
        <OwnedAlone me={me} groups={ownedAlone} mayLeave={mayLeave} />
      ) : null}
      {mayReturnBySync ? (
        <Message tone="warning">
          <p>
            <Trans
              id="departure.sync"
              message="Your own organization puts people into {organization} automatically, and may bring you back within hours. To stay away, ask your own organization to take you off that list."
              values={{ organization }}
            />
          </p>
        </Message>
      ) : null}
    </div>
  )
}

// What was looked for and not found: to be none is said, so that it is not taken for unseen.
function Without({ hasNoGroup, hasNoApp }: { hasNoGroup: boolean; hasNoApp: boolean }) {
  if (!hasNoGroup && !hasNoApp) return null
  return (
    <li>
      <AppsListRegular />
      <span>
        {hasNoGroup && hasNoApp ? (
          <Trans
            id="departure.without.both"
            message="You are in no group there, and no app is assigned to you"
          />
        ) : hasNoGroup ? (
          <Trans id="departure.without.groups" message="You are in no group there" />
        ) : (
          <Trans id="departure.without.apps" message="No app is assigned to you there" />
        )}
      </span>
    </li>
  )
}
