import type { Me, Memberships } from '@foyer/contracts/me'
import type { OrganizationLocation } from '@foyer/contracts/organizations'
import { Trans, useLingui } from '@lingui/react'
import type { Answer, Failure } from '../../failure.ts'
import { Card } from '../../ui/card.tsx'
import { BlankDoor } from '../../ui/door.tsx'
import { FailureMessage } from '../../ui/failure-message.tsx'
import { Waiting } from '../../ui/waiting.tsx'
import type { GroupLeaving } from './group-leaving.ts'
import styles from './groups-card.module.css'
import { GroupsSkeleton } from './groups-skeleton.tsx'
import { MembershipRow } from './membership-row.tsx'

/** The groups of the person, each with its reason. */
export function GroupsCard({
  organization,
  me,
  answer,
  underWay,
  notLeft,
  renewalFailure,
  isRenewing,
  onRetry,
}: {
  organization: OrganizationLocation
  me: Me
  answer: Answer<Memberships> | undefined
  /** Groups that are being left. */
  underWay: readonly GroupLeaving[]
  /** The group that was to be left and was not. */
  notLeft: GroupLeaving | undefined
  /** Why the last reading failed, where what is shown is from one before it. */
  renewalFailure: Failure | undefined
  isRenewing: boolean
  onRetry: () => void
}) {
  const { i18n } = useLingui()
  if (!answer) {
    return (
      <Waiting name={organization.name} onRetry={onRetry}>
        <GroupsSkeleton />
      </Waiting>
    )
  }
  if ('failure' in answer) {
    return (
      <Card heading={<Trans id="groups.title.unknown" message="Your groups" />}>
        <div className={styles.failure}>
          <FailureMessage
            failure={answer.failure}
            organization={organization}
            isRetrying={isRenewing}
            onRetry={onRetry}
          />
        </div>
      </Card>
    )
  }
  if (answer.value.visibility === 'count') return <CountCard me={me} count={answer.value.count} />
  if (answer.value.count === 0) return <EmptyCard />

  const { memberships, count } = answer.value
  const leaving = new Set(underWay.map(({ groupId }) => groupId))
  const leavable = memberships.filter((one) => one.canLeave && !leaving.has(one.groupId))
  const canLeave = me.kind === 'guest' ? leavable.length : 0
  return (
    <Card
      heading={
        <Trans
          id="groups.title"
          message="{count, plural, one {Your one group, and why} other {Your # groups, and why}}"
          values={{ count }}
        />
      }
      note={me.kind === 'guest' ? <Note count={count} canLeave={canLeave} /> : null}
    >
      {renewalFailure ? (
        <div className={styles.failure}>
          <FailureMessage
            failure={renewalFailure}
            organization={organization}
            isRetrying={isRenewing}
            onRetry={onRetry}
          />
        </div>
      ) : null}
      <ul
        className={styles.list}
        aria-label={i18n._({ id: 'groups.title.unknown', message: 'Your groups' })}
      >
        {memberships.map((membership) => (
          <MembershipRow
            key={membership.groupId}
            membership={membership}
            me={me}
            slug={organization.slug}
            underWay={underWay.find(({ groupId }) => groupId === membership.groupId)}
            notLeft={notLeft?.groupId === membership.groupId ? notLeft : undefined}
          />
        ))}
      </ul>
    </Card>
  )
}

function Note({ count, canLeave }: { count: number; canLeave: number }) {
  if (canLeave === count) {
    return (
      <Trans
        id="groups.note.all"
        message="{count, plural, one {You can leave it.} other {Each can be left one by one.}}"
        values={{ count }}
      />
    )
  }
  return (
    <Trans
      id="groups.note"
      message="{canLeave, plural, =0 {None can be left by yourself. The reason stands beside each.} one {One can be left. For the others, the reason stands beside them.} other {# can be left one by one. For the others, the reason stands beside them.}}"
      values={{ canLeave }}
    />
  )
}

function CountCard({ me, count }: { me: Me; count: number }) {
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

function EmptyCard() {
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
