import { Button } from '@fluentui/react-components'
import type { Invitation } from '@foyer/contracts/invitation'
import type { OrganizationLocation } from '@foyer/contracts/organizations'
import { Trans, useLingui } from '@lingui/react'
import { useEffect } from 'react'
import { formatDay } from '../../language/dates.ts'
import { paths } from '../../paths.ts'
import { BackLink } from '../../ui/back-link.tsx'
import { LinkButton } from '../../ui/link-button.tsx'
import { MailAddress } from '../../ui/mail-address.tsx'
import { focusHeading, PageTitle } from '../../ui/page-title.tsx'
import styles from './invite.module.css'

/** That it is sent, what happens now, and the way back. */
export function InvitedView({
  organization,
  invitation: { mail, name, openUntil, movesFrom },
  onAnother,
}: {
  organization: OrganizationLocation
  invitation: Invitation
  onAnother: () => void
}) {
  const { i18n } = useLingui()
  // The button that had the focus is gone.
  useEffect(focusHeading, [])
  const values = {
    name: <bdi>{name}</bdi>,
    organization: <bdi>{organization.name}</bdi>,
    mail: <MailAddress address={mail ?? ''} />,
    day: formatDay(i18n, openUntil),
  }
  return (
    <>
      <BackLink to={paths.invitations(organization.slug)}>
        <Trans id="invitations.title" message="Invitations" />
      </BackLink>
      <PageTitle
        inWindow={i18n._(
          /*i18n*/ {
            id: 'invite.sent.window',
            message: '{name} is invited',
            values: { name: name ?? '' },
          },
        )}
      >
        <Trans id="invite.sent.title" message="{name} is invited" values={values} />
      </PageTitle>
      <ul className={styles.follows}>
        <li>
          <Trans
            id="invite.sent.mail"
            message="A mail to {mail} is on its way, with a link and a code."
            values={values}
          />
        </li>
        <li>
          <Trans
            id="invite.sent.open"
            message="They can accept or decline until {day}. {organization} knows nothing of them before they accept."
            values={values}
          />
        </li>
        {movesFrom === undefined ? null : (
          <li>
            <Trans
              id="invite.sent.moved"
              message="The old account is told by mail now, and can stop it. Once they have come with the new address, you get a mail that asks what follows."
            />
          </li>
        )}
        <li>
          <Trans
            id="invite.sent.told"
            message="You get a mail with what became of it, and can withdraw it until then."
          />
        </li>
      </ul>
      <div className={styles.acts}>
        <LinkButton to={paths.invitations(organization.slug)} appearance="primary">
          <Trans id="invite.sent.list" message="To the invitations" />
        </LinkButton>
        <Button onClick={onAnother}>
          <Trans id="invite.sent.another" message="Invite somebody else" />
        </Button>
      </div>
    </>
  )
}
