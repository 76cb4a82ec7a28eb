import { ChatFilled } from '@fluentui/react-icons/svg/chat'
import { CheckmarkCircleFilled } from '@fluentui/react-icons/svg/checkmark-circle'
import { ClockFilled } from '@fluentui/react-icons/svg/clock'
import { MailFilled } from '@fluentui/react-icons/svg/mail'
import { ProhibitedRegular } from '@fluentui/react-icons/svg/prohibited'
import { QuestionCircleFilled } from '@fluentui/react-icons/svg/question-circle'
import type { Guest } from '@foyer/contracts/guest'
import { Trans, useLingui } from '@lingui/react'
import { daysBetween } from '../../calendar.ts'
import { formatShortDay } from '../../language/dates.ts'
import { Pill } from '../../ui/pill.tsx'

/** How it stands with a guest, in a word; what has to be decided comes first. */
export function GuestPill({
  guest: { need, end, isEnabled, isRedeemed },
  today,
}: {
  guest: Pick<Guest, 'need' | 'end' | 'isEnabled' | 'isRedeemed'>
  today: string
}) {
  if (need === 'asks') {
    return (
      <Pill tone="info" icon={<ChatFilled fontSize={16} />}>
        <Trans id="guest.pill.asks" message="Asks to stay" />
      </Pill>
    )
  }
  if (need === 'ends-soon' && end) {
    return (
      <Pill tone="warn" icon={<ClockFilled fontSize={16} />}>
        <Ending on={end.on} today={today} />
      </Pill>
    )
  }
  if (need === 'confirm') {
    return (
      <Pill tone="info" icon={<QuestionCircleFilled fontSize={16} />}>
        <Trans id="guest.pill.confirm" message="To be confirmed" />
      </Pill>
    )
  }
  if (!isEnabled) {
    return (
      <Pill tone="bad" icon={<ProhibitedRegular fontSize={16} />}>
        <Trans id="guest.pill.blocked" message="Blocked" />
      </Pill>
    )
  }
  if (isRedeemed === false) {
    return (
      <Pill tone="info" icon={<MailFilled fontSize={16} />}>
        <Trans id="guest.pill.invited" message="Invited" />
      </Pill>
    )
  }
  return (
    <Pill tone="ok" icon={<CheckmarkCircleFilled fontSize={16} />}>
      <Trans id="standing.active" message="Active" />
    </Pill>
  )
}

function Ending({ on, today }: { on: string; today: string }) {
  const { i18n } = useLingui()
  const days = daysBetween(today, on)
  return days < 0 ? (
    <Trans
      id="guest.pill.ended"
      message="Ended on {day}"
      values={{ day: formatShortDay(i18n, on) }}
    />
  ) : (
    <Trans
      id="guest.pill.ends"
      message="{days, plural, =0 {Ends today} one {Ends tomorrow} other {Ends in # days}}"
      values={{ days }}
    />
  )
}
