import { Button } from '@fluentui/react-components'
import type { MyInvitation } from '@foyer/contracts/my-invitation'
import type { OrganizationLocation } from '@foyer/contracts/organizations'
import { Trans, useLingui } from '@lingui/react'
import { formatCalendarDay, formatDay } from '../../language/dates.ts'
import { Say } from '../../language/say.tsx'
import { paths } from '../../paths.ts'
import { Announce } from '../../ui/announce.tsx'
import { Fact, Facts } from '../../ui/facts.tsx'
import { FailureMessage } from '../../ui/failure-message.tsx'
import { isMailAddress, mailTo } from '../../ui/mail-to.ts'
import { Message } from '../../ui/message.tsx'
import { OutsideLink } from '../../ui/outside-link.tsx'
import { useAct } from '../../ui/use-act.ts'
import { InvitationPill } from '../invitations/invitation-pill.tsx'
import styles from './inbox.module.css'
import { tellWaiting } from './inbox-words.ts'
import type { mailAgainAction } from './mail-again.ts'

/** One invitation: who invites to what and until when, what waits for whom, and what can be done. */
export function InvitedRow({
  organization,
  mark,
  invitation,
}: {
  organization: OrganizationLocation
  /** Of the account that it is invited of. */
  mark: string
  invitation: MyInvitation
}) {
  const { i18n } = useLingui()
  const { invitationId, state, purpose, invitedBy, sponsor, maskedMail, canMail } = invitation
  const { act, isActing, outcome } = useAct<typeof mailAgainAction>(
    paths.mailInvitation(organization.slug, mark),
  )
  const failure = outcome?.failure
  const again = () => act({ invitationId })
  const inviter = <bdi>{invitedBy.name}</bdi>
  return (
    <li className={styles.row}>
      <div className={styles.rowHead}>
        <h3 className={styles.purpose}>
          <bdi>{purpose}</bdi>
        </h3>
        <InvitationPill state={state} />
      </div>
      <p className={styles.waiting}>
        <Say text={tellWaiting(i18n, invitation)} />
      </p>
      <Facts>
        <Fact name={<Trans id="inbox.by" message="Invited by" />}>
          <Trans
            id="inbox.by.on"
            message="{inviter} on {day}"
            values={{ inviter, day: formatDay(i18n, invitation.invitedAt) }}
          />
        </Fact>
        <Fact name={<Trans id="inbox.sponsor" message="Vouches for you" />}>
          <bdi>{sponsor}</bdi>
        </Fact>
        <Fact name={<Trans id="invitations.until" message="Access until" />}>
          {formatCalendarDay(i18n, invitation.endsOn)}
        </Fact>
        <Fact name={<Trans id="inbox.address" message="Invited address" />}>
          <bdi>{maskedMail}</bdi>
        </Fact>
      </Facts>
      {outcome && !failure ? (
        <Announce>
          <div className={styles.done}>
            <Message tone="done">
              <p>
                <Trans
                  id="inbox.mailed"
                  message="A mail with the link is on its way to {address}. Links from before stay good."
                  values={{ address: <bdi>{maskedMail}</bdi> }}
                />
              </p>
            </Message>
          </div>
        </Announce>
      ) : null}
      {failure ? (
        <FailureMessage
          failure={failure}
          organization={organization}
          isRetrying={isActing}
          onRetry={again}
        />
      ) : null}
      <div className={styles.ways}>
        {canMail ? (
          <Button
            disabledFocusable={isActing}
            aria-label={i18n._(
              /*i18n*/ {
                id: 'inbox.mail.name',
                message: 'Mail me the link again: {purpose}',
                values: { purpose },
              },
            )}
            onClick={again}
          >
            <Trans id="inbox.mail" message="Mail me the link again" />
          </Button>
        ) : null}
        {invitedBy.mail !== undefined && isMailAddress(invitedBy.mail) ? (
          <OutsideLink href={mailTo(invitedBy.mail)}>
            <Trans id="inbox.write" message="Write to {inviter}" values={{ inviter }} />
          </OutsideLink>
        ) : null}
      </div>
    </li>
  )
}
