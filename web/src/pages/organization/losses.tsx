import { ArchiveRegular } from '@fluentui/react-icons/svg/archive'
import { CheckmarkCircleRegular } from '@fluentui/react-icons/svg/checkmark-circle'
import { DismissCircleFilled } from '@fluentui/react-icons/svg/dismiss-circle'
import type { Me, Membership } from '@foyer/contracts/me'
import type { MessageDescriptor } from '@lingui/core'
import { Trans, useLingui } from '@lingui/react'
import { formatNames } from '../../language/names.ts'
import { Say } from '../../language/say.tsx'
import { Message } from '../../ui/message.tsx'
import { listInherited } from './inherited.ts'
import styles from './losses.module.css'

const ends: Record<Membership['kind'], MessageDescriptor> = {
  team: /*i18n*/ {
    id: 'losses.team',
    message: 'The team’s channels, chats and files close for you',
  },
  'microsoft-365': /*i18n*/ {
    id: 'losses.microsoft-365',
    message: 'The group’s mails, files and site close for you',
  },
  security: /*i18n*/ {
    id: 'losses.security',
    message: 'Whatever is open to this group closes for you: apps, sites, files',
  },
  'mail-enabled-security': /*i18n*/ {
    id: 'losses.security',
    message: 'Whatever is open to this group closes for you: apps, sites, files',
  },
  distribution: /*i18n*/ {
    id: 'losses.distribution',
    message: 'Mails to this list no longer reach you',
  },
}

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
  const { i18n } = useLingui()
  const organization = <bdi>{me.organization.name}</bdi>
  const inherited = listInherited(membership, memberships)
  const [sponsor] = me.sponsors
  return (
    <>
      <ul className={styles.losses}>
        <li className={styles.ends}>
          <DismissCircleFilled />
          <span>
            <Say text={ends[membership.kind]} />
          </span>
        </li>
        {inherited.length > 0 ? (
          <li className={styles.ends}>
            <DismissCircleFilled />
            <span>
              <Trans
                id="losses.inherited"
                message="You also leave {names}, where you are only through this group"
                values={{ names: <bdi>{formatNames(i18n, inherited)}</bdi> }}
              />
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
          <CheckmarkCircleRegular />
          <span>
            <Trans
              id="losses.guest"
              message="You stay a guest of {organization}"
              values={{ organization }}
            />
          </span>
        </li>
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
      <div>
        <h3 className={styles.wayBack}>
          <Trans id="losses.back.title" message="The way back" />
        </h3>
        <p className={styles.small}>
          {sponsor ? (
            <Trans
              id="losses.back.sponsor"
              message="Foyer cannot put you back. Ask {name} or an owner of the group to add you again."
              values={{ name: <bdi>{sponsor.name}</bdi> }}
            />
          ) : (
            <Trans
              id="losses.back"
              message="Foyer cannot put you back. Ask an owner of the group to add you again."
            />
          )}{' '}
          <Trans
            id="losses.open-sessions"
            message="What you have open now can stay open for up to 90 minutes."
          />
        </p>
      </div>
    </>
  )
}
