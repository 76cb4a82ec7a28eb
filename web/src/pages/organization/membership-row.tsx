import { Button } from '@fluentui/react-components'
import { BranchForkRegular } from '@fluentui/react-icons/svg/branch-fork'
import { FlashRegular } from '@fluentui/react-icons/svg/flash'
import { LockClosedRegular } from '@fluentui/react-icons/svg/lock-closed'
import { MailRegular } from '@fluentui/react-icons/svg/mail'
import { PeopleRegular } from '@fluentui/react-icons/svg/people'
import { PeopleTeamRegular } from '@fluentui/react-icons/svg/people-team'
import { ServerRegular } from '@fluentui/react-icons/svg/server'
import { ShieldRegular } from '@fluentui/react-icons/svg/shield'
import type { Me, Membership } from '@foyer/contracts/me'
import { Trans, useLingui } from '@lingui/react'
import { useNavigate } from 'react-router'
import { Say } from '../../language/say.tsx'
import { paths } from '../../paths.ts'
import { BeingLeft } from './being-left.tsx'
import type { GroupLeaving } from './group-leaving.ts'
import styles from './groups-card.module.css'
import { describeKind, explainLock, explainMembership } from './membership-words.ts'
import { NotLeft } from './not-left.tsx'
import { leaveButtonId } from './use-dialog-focus.ts'

const icons = {
  security: ShieldRegular,
  'microsoft-365': PeopleRegular,
  team: PeopleTeamRegular,
  'mail-enabled-security': ShieldRegular,
  distribution: MailRegular,
} as const

/** One group: its name, its kind, why one is in it, and the way out or the reason that there is none. */
export function MembershipRow({
  membership,
  me,
  slug,
  underWay,
  notLeft,
}: {
  membership: Membership
  me: Me
  slug: string
  /** Leaving it goes on. */
  underWay: GroupLeaving | undefined
  /** Leaving it has ended, and one is still in it. */
  notLeft: GroupLeaving | undefined
}) {
  const { i18n } = useLingui()
  const navigate = useNavigate()
  const { groupId, name, description } = membership
  const organization = me.organization.name
  const lock = explainLock(i18n, membership, organization)
  return (
    <li className={styles.row}>
      <span className={styles.tile} aria-hidden="true">
        <GroupIcon membership={membership} />
      </span>
      <div className={styles.words}>
        <div className={styles.nameLine}>
          <h3 className={styles.name}>
            <bdi>{name}</bdi>
          </h3>
          <span className={styles.kind}>{describeKind(i18n, membership)}</span>
        </div>
        <p className={styles.why}>
          {explainMembership(i18n, membership, organization).map((sentence) => (
            <span key={sentence.id}>
              <Say text={sentence} />{' '}
            </span>
          ))}
        </p>
        {description ? (
          <p className={styles.kind}>
            <bdi>{description}</bdi>
          </p>
        ) : null}
        {underWay ? <BeingLeft leaving={underWay} name={name} /> : null}
        {notLeft?.receipt ? (
          <NotLeft
            address={notLeft.address}
            receipt={notLeft.receipt}
            isExplained={lock !== undefined}
          />
        ) : null}
        {me.kind === 'guest' && lock ? (
          <p className={styles.lock}>
            <LockClosedRegular />
            <span>
              <Say text={lock.sentence} /> <Say text={lock.next} />
            </span>
          </p>
        ) : null}
      </div>
      {me.kind === 'guest' && membership.canLeave && !underWay ? (
        <div className={styles.act}>
          <Button
            id={leaveButtonId(groupId)}
            aria-label={i18n._(
              /*i18n*/ { id: 'groups.leave.name', message: 'Leave group {name}', values: { name } },
            )}
            onClick={() => void navigate(paths.leaveGroup(slug, groupId))}
          >
            <Trans id="groups.leave" message="Leave group" />
          </Button>
        </div>
      ) : null}
    </li>
  )
}

// How one came in says more than what kind of group it is.
function GroupIcon({ membership: { how, kind, cannotLeaveBecause } }: { membership: Membership }) {
  if (how === 'rule') return <FlashRegular />
  if (how === 'group') return <BranchForkRegular />
  if (cannotLeaveBecause === 'synced') return <ServerRegular />
  const Icon = icons[kind]
  return <Icon />
}
