import { Button, Checkbox } from '@fluentui/react-components'
import { LockClosedRegular } from '@fluentui/react-icons/svg/lock-closed'
import type { Me, Membership } from '@foyer/contracts/me'
import { Trans, useLingui } from '@lingui/react'
import { useNavigate } from 'react-router'
import { Say } from '../../language/say.tsx'
import { paths } from '../../paths.ts'
import type { Choice } from '../series/use-choice.ts'
import { BeingLeft } from './being-left.tsx'
import type { GroupLeaving } from './group-leaving.ts'
import { GroupIcon } from './group-icon.tsx'
import { GroupTile } from './group-tile.tsx'
import styles from './groups-card.module.css'
import { describeKind, explainLock, explainMembership } from './membership-words.ts'
import { NotLeft } from './not-left.tsx'

/** The button that opens a group's dialog. */
export function leaveButtonId(groupId: string): string {
  return `leave-${groupId}`
}

/** One group: its name, its kind, why one is in it, and the way out or the reason that there is none. */
export function MembershipRow({
  membership,
  me,
  slug,
  underWay,
  isAskedFor,
  notLeft,
  choice,
}: {
  membership: Membership
  me: Me
  slug: string
  /** Leaving it goes on. */
  underWay: GroupLeaving | undefined
  /** It is asked for together with others, and not accepted yet. */
  isAskedFor: boolean
  /** Leaving it has ended, and one is still in it. */
  notLeft: GroupLeaving | undefined
  choice: Choice
}) {
  const { i18n } = useLingui()
  const navigate = useNavigate()
  const { groupId, name, description } = membership
  const organization = me.organization.name
  const lock = explainLock(i18n, membership, organization)
  const isBeingLeft = underWay !== undefined || isAskedFor
  const canLeave = me.kind === 'guest' && membership.canLeave && !isBeingLeft
  return (
    <li className={styles.row}>
      {choice.isOpen && canLeave ? (
        <span className={styles.tick}>
          <Checkbox
            size="large"
            checked={choice.chosen.has(groupId)}
            onChange={(_, { checked }) => choice.choose([groupId], checked === true)}
            aria-label={name}
          />
        </span>
      ) : (
        <GroupTile>
          <GroupIcon membership={membership} />
        </GroupTile>
      )}
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
        {isBeingLeft ? <BeingLeft leaving={underWay} name={name} /> : null}
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
      {canLeave && !choice.isOpen ? (
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
