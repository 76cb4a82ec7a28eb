import { Button } from '@fluentui/react-components'
import type { Invitation } from '@foyer/contracts/invitation'
import type { OrganizationLocation } from '@foyer/contracts/organizations'
import { Trans, useLingui } from '@lingui/react'
import { useState } from 'react'
import { Link } from 'react-router'
import { formatCalendarDay, formatDay } from '../../language/dates.ts'
import { formatNames } from '../../language/names.ts'
import { Say } from '../../language/say.tsx'
import { paths } from '../../paths.ts'
import { Card } from '../../ui/card.tsx'
import { Fact, Facts } from '../../ui/facts.tsx'
import { FailureMessage } from '../../ui/failure-message.tsx'
import { LinkButton } from '../../ui/link-button.tsx'
import { GuestHead } from '../answers/guest-head.tsx'
import type { Change, Changed } from './change-invitation.ts'
import { ConfirmQuestion } from './confirm-question.tsx'
import { InvitationPill } from './invitation-pill.tsx'
import { tellBecause, tellStanding } from './invitation-words.ts'
import styles from './invitations.module.css'
import { WithdrawQuestion } from './withdraw-question.tsx'

/** One invitation: to whom, for what and until when, how it stands, and what can be done about it. */
export function InvitationCard({
  organization,
  invitation,
  isActing,
  changed,
  onChange,
}: {
  organization: OrganizationLocation
  invitation: Invitation
  isActing: boolean
  /** What was done with it last, and how that went. */
  changed: Changed | undefined
  onChange: (change: Change) => void
}) {
  const { i18n } = useLingui()
  const [asked, setAsked] = useState<'withdraw' | 'confirm'>()
  const { invitationId, state, mail, purpose, endsOn, groups, missedGroups, guestId } = invitation
  const nobody = i18n._(/*i18n*/ { id: 'invitations.erased', message: 'Name erased' })
  const name = invitation.name ?? nobody
  const because = state === 'open' ? tellBecause(invitation.because) : undefined
  const again = () => onChange({ what: 'resend', invitationId, name, key: crypto.randomUUID() })
  return (
    <Card
      heading={
        <GuestHead
          guest={{ name, ...(mail === undefined ? {} : { mail }) }}
          pill={<InvitationPill state={state} isRefused={invitation.mailRefusedAt !== undefined} />}
        />
      }
    >
      <p className={styles.standing}>
        <Say text={tellStanding(i18n, invitation)} />
        {because ? (
          <>
            {' '}
            <Say text={because} />
          </>
        ) : null}
      </p>
      {invitation.declineReason === undefined ? null : (
        <p className={styles.reason}>
          <q>{invitation.declineReason}</q>
        </p>
      )}
      <Facts>
        {purpose === undefined ? null : (
          <Fact name={<Trans id="invitations.purpose" message="What for" />}>
            <bdi>{purpose}</bdi>
          </Fact>
        )}
        {invitation.movesFrom === undefined ? null : (
          <Fact name={<Trans id="invitations.moves" message="In the place of" />}>
            <Link to={paths.guest(organization.slug, invitation.movesFrom)}>
              <Trans id="invitations.moves.old" message="the old account" />
            </Link>
          </Fact>
        )}
        <Fact name={<Trans id="invitations.until" message="Access until" />}>
          {formatCalendarDay(i18n, endsOn)}
        </Fact>
        <Fact name={<Trans id="invitations.groups" message="Groups" />}>
          {groups.length === 0 ? (
            <Trans id="invitations.no-groups" message="None" />
          ) : (
            <bdi>
              {formatNames(
                i18n,
                groups.map((group) => group.name),
              )}
            </bdi>
          )}
        </Fact>
        <Fact name={<Trans id="invitations.by" message="Invited" />}>
          {invitation.isMine || invitation.invitedBy === undefined ? (
            <Trans
              id="invitations.by.me"
              message="on {day}"
              values={{ day: formatDay(i18n, invitation.invitedAt) }}
            />
          ) : (
            <Trans
              id="invitations.by.other"
              message="by {inviter} on {day}"
              values={{
                inviter: <bdi>{invitation.invitedBy}</bdi>,
                day: formatDay(i18n, invitation.invitedAt),
              }}
            />
          )}
        </Fact>
      </Facts>
      {missedGroups.length > 0 ? (
        <p className={styles.missed}>
          <Trans
            id="invitations.missed"
            message="Not brought into {names}: the directory did not allow it. An owner can add them there."
            values={{ names: <bdi>{formatNames(i18n, missedGroups)}</bdi> }}
          />
        </p>
      ) : null}
      {changed?.failure ? (
        <div className={styles.failure}>
          <FailureMessage
            failure={changed.failure}
            organization={organization}
            isRetrying={isActing}
            onRetry={() => onChange(changed.change)}
          />
        </div>
      ) : null}
      <div className={styles.acts}>
        {guestId === undefined ? null : (
          <LinkButton
            to={paths.guest(organization.slug, guestId)}
            label={i18n._(
              /*i18n*/ {
                id: 'invitations.guest.name',
                message: 'Open the guest {name}',
                values: { name },
              },
            )}
          >
            <Trans id="invitations.guest" message="Open the guest" />
          </LinkButton>
        )}
        {invitation.canConfirm ? (
          <Button
            disabledFocusable={isActing}
            aria-label={i18n._(
              /*i18n*/ {
                id: 'invitations.confirm.name',
                message: 'It is the right person: {name}',
                values: { name },
              },
            )}
            onClick={() => setAsked('confirm')}
          >
            <Trans id="invitations.confirm" message="It is the right person" />
          </Button>
        ) : null}
        {invitation.canResend ? (
          <Button
            disabledFocusable={isActing}
            aria-label={i18n._(
              /*i18n*/ {
                id: 'invitations.resend.name',
                message: 'Send again to {name}',
                values: { name },
              },
            )}
            onClick={again}
          >
            <Trans id="invitations.resend" message="Send again" />
          </Button>
        ) : null}
        {invitation.canWithdraw ? (
          <Button
            appearance="subtle"
            disabledFocusable={isActing}
            aria-label={i18n._(
              /*i18n*/ {
                id: 'invitations.withdraw.name',
                message: 'Withdraw the invitation of {name}',
                values: { name },
              },
            )}
            onClick={() => setAsked('withdraw')}
          >
            <Trans id="invitations.withdraw" message="Withdraw" />
          </Button>
        ) : null}
      </div>
      {asked === 'confirm' && invitation.canConfirm ? (
        <ConfirmQuestion
          name={name}
          isActing={isActing}
          onCancel={() => setAsked(undefined)}
          onConfirm={() => {
            setAsked(undefined)
            onChange({ what: 'confirm', invitationId, name })
          }}
        />
      ) : null}
      {asked === 'withdraw' && invitation.canWithdraw ? (
        <WithdrawQuestion
          name={name}
          isActing={isActing}
          onCancel={() => setAsked(undefined)}
          onWithdraw={() => {
            setAsked(undefined)
            onChange({ what: 'withdraw', invitationId, name })
          }}
        />
      ) : null}
    </Card>
  )
}
