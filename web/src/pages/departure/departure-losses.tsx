import { ArchiveRegular } from '@fluentui/react-icons/svg/archive'
import { ClockRegular } from '@fluentui/react-icons/svg/clock'
import { DismissCircleFilled } from '@fluentui/react-icons/svg/dismiss-circle'
import type { DeparturePreview } from '@foyer/contracts/departure'
import type { Me } from '@foyer/contracts/me'
import { Trans, useLingui } from '@lingui/react'
import { formatNames } from '../../language/names.ts'
import { Message } from '../../ui/message.tsx'
import styles from './departure.module.css'

/** What a departure ends, counted and named, and what stays. */
export function DepartureLosses({
  me,
  preview: { groupCount, groupNames, ownedAlone = [], mayReturnBySync },
}: {
  me: Me
  preview: DeparturePreview
}) {
  const { i18n } = useLingui()
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
        {groupCount > 0 ? (
          <li className={styles.ends}>
            <DismissCircleFilled />
            <span>
              {groupNames && groupNames.length > 0 ? (
                <Trans
                  id="departure.groups"
                  message="{count, plural, one {<0>One group</0>: {names}} other {<0># groups</0>: {names}}}"
                  values={{ count: groupCount, names: formatNames(i18n, groupNames) }}
                  components={{ 0: <strong /> }}
                />
              ) : (
                <Trans
                  id="departure.groups.unnamed"
                  message="{count, plural, one {<0>One group</0>, whose name is not shown to guests} other {<0># groups</0>, whose names are not shown to guests}}"
                  values={{ count: groupCount }}
                  components={{ 0: <strong /> }}
                />
              )}
            </span>
          </li>
        ) : null}
        <li>
          <ArchiveRegular />
          <span>
            <Trans
              id="losses.files"
              message="Files and messages you shared stay with {organization}"
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
        <Message tone="warning">
          <p>
            <Trans
              id="departure.owned-alone"
              message="{count, plural, one {You are the only owner of <0>{names}</0>. It loses its last owner; ask {organization} to name another first, if its members still need one.} other {You are the only owner of <0>{names}</0>. They lose their last owner; ask {organization} to name others first, if their members still need one.}}"
              values={{
                count: ownedAlone.length,
                names: formatNames(i18n, ownedAlone),
                organization,
              }}
              components={{ 0: <strong /> }}
            />
          </p>
        </Message>
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
