import type { GuestDetail } from '@foyer/contracts/guest'
import { moveDays } from '@foyer/contracts/move'
import type { OrganizationLocation } from '@foyer/contracts/organizations'
import { Trans, useLingui } from '@lingui/react'
import { paths } from '../../paths.ts'
import { BackLink } from '../../ui/back-link.tsx'
import { PageTitle } from '../../ui/page-title.tsx'
import styles from './invite.module.css'

/** What is done here, and what follows from it. */
export function InviteHead({
  organization: { slug, name },
  old,
}: {
  organization: OrganizationLocation
  /** Whose account the new one takes the place of. */
  old: GuestDetail | undefined
}) {
  const { i18n } = useLingui()
  const where = <bdi>{name}</bdi>
  if (!old) {
    return (
      <>
        <BackLink to={paths.invitations(slug)}>
          <Trans id="invitations.title" message="Invitations" />
        </BackLink>
        <PageTitle
          inWindow={i18n._(
            /*i18n*/ { id: 'invite.window', message: 'Invite a guest to {name}', values: { name } },
          )}
        >
          <Trans id="invite.title" message="Invite a guest" />
        </PageTitle>
        <p className={styles.lead}>
          <Trans
            id="invite.lead"
            message="They get a mail with a link, and {name} knows nothing of them before they accept. Whoever declines, or does not answer, leaves nothing behind."
            values={{ name: where }}
          />
        </p>
      </>
    )
  }
  const values = { guest: <bdi>{old.name}</bdi>, name: where, days: moveDays }
  return (
    <>
      <BackLink to={paths.guest(slug, old.guestId)}>
        <bdi>{old.name}</bdi>
      </BackLink>
      <PageTitle
        inWindow={i18n._(
          /*i18n*/ {
            id: 'invite.moved.window',
            message: 'Another address of {guest}',
            values: { guest: old.name },
          },
        )}
      >
        <Trans id="invite.moved.title" message="{guest} has another address now" values={values} />
      </PageTitle>
      <p className={styles.lead}>
        <Trans
          id="invite.moved.lead"
          message="The new address gets an invitation of its own. This is what happens:"
        />
      </p>
      <ol className={styles.follows}>
        <li>
          <Trans
            id="invite.moved.told"
            message="The old account is told at once, by mail and on its page, and can stop it until it is removed. You cannot end that wait."
          />
        </li>
        <li>
          <Trans
            id="invite.moved.ask"
            message="Once the new account is in, you say which groups follow, and whether the end date does. Nothing follows by itself."
          />
        </li>
        <li>
          <Trans
            id="invite.moved.block"
            message="{days} days after it was told, the old account is blocked, and removed some days later. If nobody accepts, it stays as it is."
            values={values}
          />
        </li>
      </ol>
    </>
  )
}
