import { CheckmarkCircleFilled } from '@fluentui/react-icons/svg/checkmark-circle'
import { ClockFilled } from '@fluentui/react-icons/svg/clock'
import { DismissCircleFilled } from '@fluentui/react-icons/svg/dismiss-circle'
import { MailFilled } from '@fluentui/react-icons/svg/mail'
import { MailDismissFilled } from '@fluentui/react-icons/svg/mail-dismiss'
import { ProhibitedRegular } from '@fluentui/react-icons/svg/prohibited'
import { WarningFilled } from '@fluentui/react-icons/svg/warning'
import type { InvitationState } from '@foyer/contracts/invitation'
import { Trans } from '@lingui/react'
import { Pill } from '../../ui/pill.tsx'

/** How an invitation stands, in a word. */
export function InvitationPill({
  state,
  isRefused = false,
}: {
  state: InvitationState
  /** Whether the mail was not taken for the address. */
  isRefused?: boolean
}) {
  if (state === 'open' && isRefused) {
    return (
      <Pill tone="bad" icon={<MailDismissFilled fontSize={16} />}>
        <Trans id="invitations.pill.refused" message="Mail not delivered" />
      </Pill>
    )
  }
  switch (state) {
    case 'open':
      return (
        <Pill tone="info" icon={<MailFilled fontSize={16} />}>
          <Trans id="invitations.pill.open" message="Invited" />
        </Pill>
      )
    case 'accepting':
    case 'accepted':
      return (
        <Pill tone="info" icon={<ClockFilled fontSize={16} />}>
          <Trans id="invitations.pill.accepted" message="Accepted, not through" />
        </Pill>
      )
    case 'redeemed':
      return (
        <Pill tone="ok" icon={<CheckmarkCircleFilled fontSize={16} />}>
          <Trans id="invitations.pill.redeemed" message="Guest" />
        </Pill>
      )
    case 'held':
      return (
        <Pill tone="warn" icon={<WarningFilled fontSize={16} />}>
          <Trans id="invitations.pill.held" message="Another account" />
        </Pill>
      )
    case 'declined':
      return (
        <Pill tone="bad" icon={<DismissCircleFilled fontSize={16} />}>
          <Trans id="invitations.pill.declined" message="Declined" />
        </Pill>
      )
    case 'not-theirs':
      return (
        <Pill tone="bad" icon={<DismissCircleFilled fontSize={16} />}>
          <Trans id="invitations.pill.not-theirs" message="Wrong person" />
        </Pill>
      )
    case 'withdrawn':
      return (
        <Pill tone="neutral" icon={<ProhibitedRegular fontSize={16} />}>
          <Trans id="invitations.pill.withdrawn" message="Withdrawn" />
        </Pill>
      )
    case 'expired':
      return (
        <Pill tone="neutral" icon={<ClockFilled fontSize={16} />}>
          <Trans id="invitations.pill.expired" message="Run out" />
        </Pill>
      )
  }
}
