import type { Me, Memberships } from '@foyer/contracts/me'
import type { OrganizationLocation } from '@foyer/contracts/organizations'
import { Trans, useLingui } from '@lingui/react'
import type { Answer, Failure } from '../../failure.ts'
import { Card } from '../../ui/card.tsx'
import { FailureMessage } from '../../ui/failure-message.tsx'
import { Waiting } from '../../ui/waiting.tsx'
import { ChoiceBar } from '../series/choice-bar.tsx'
import { ChoiceStart } from '../series/choice-start.tsx'
import type { Choice } from '../series/use-choice.ts'
import type { GroupLeaving } from './group-leaving.ts'
import styles from './groups-card.module.css'
import { GroupsSkeleton } from './groups-skeleton.tsx'
import { GroupsNote } from './groups-note.tsx'
import { listLeavable } from './leavable.ts'
import { CountCard, EmptyCard } from './no-groups.tsx'
import { MembershipRow } from './membership-row.tsx'

/** The groups of the person, each with its reason. */
export function GroupsCard({
  organization,
  me,
  answer,
  underWay,
  askedFor,
  notLeft,
  choice,
  renewalFailure,
  isRenewing,
  onRetry,
}: {
  organization: OrganizationLocation
  me: Me
  answer: Answer<Memberships> | undefined
  /** Groups that are being left. */
  underWay: readonly GroupLeaving[]
  /** Those that are asked for together and not accepted yet. */
  askedFor: ReadonlySet<string>
  /** The group that was to be left and was not. */
  notLeft: GroupLeaving | undefined
  choice: Choice
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
  const leavable = listLeavable(me, memberships, underWay, askedFor)
  return (
    <Card
      heading={
        <Trans
          id="groups.title"
          message="{count, plural, one {Your one group, and why} other {Your # groups, and why}}"
          values={{ count }}
        />
      }
      note={me.kind === 'guest' ? <GroupsNote count={count} canLeave={leavable.length} /> : null}
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
      <ChoiceStart choice={choice} groupIds={leavable} />
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
            isAskedFor={askedFor.has(membership.groupId)}
            choice={choice}
            notLeft={notLeft?.groupId === membership.groupId ? notLeft : undefined}
          />
        ))}
      </ul>
      <ChoiceBar choice={choice} groupIds={leavable} slug={organization.slug} />
    </Card>
  )
}
