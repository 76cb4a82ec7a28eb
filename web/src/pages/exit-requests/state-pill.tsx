import { ChatFilled } from '@fluentui/react-icons/svg/chat'
import { CheckmarkCircleFilled } from '@fluentui/react-icons/svg/checkmark-circle'
import { ClockRegular } from '@fluentui/react-icons/svg/clock'
import { DismissCircleRegular } from '@fluentui/react-icons/svg/dismiss-circle'
import { LockClosedFilled } from '@fluentui/react-icons/svg/lock-closed'
import { WarningFilled } from '@fluentui/react-icons/svg/warning'
import type { ExitRequest } from '@foyer/contracts/exit-request'
import { Trans } from '@lingui/react'
import { Pill } from '../../ui/pill.tsx'

/** How it stands with a request, in a word. */
export function StatePill({ request: { state, isOverdue } }: { request: ExitRequest }) {
  switch (state) {
    case 'open':
      return isOverdue ? (
        <Pill tone="bad" icon={<WarningFilled />}>
          <Trans id="exit-requests.pill.overdue" message="Answer overdue" />
        </Pill>
      ) : (
        <Pill tone="info" icon={<ChatFilled />}>
          <Trans id="exit-requests.pill.open" message="Asks to leave" />
        </Pill>
      )
    case 'waiting':
      return (
        <Pill tone="neutral" icon={<ClockRegular />}>
          <Trans id="exit-requests.pill.waiting" message="Waits" />
        </Pill>
      )
    case 'granted':
      return (
        <Pill tone="neutral" icon={<LockClosedFilled />}>
          <Trans id="exit-requests.pill.granted" message="Blocked" />
        </Pill>
      )
    case 'done':
      return (
        <Pill tone="ok" icon={<CheckmarkCircleFilled />}>
          <Trans id="exit-requests.pill.done" message="Removed" />
        </Pill>
      )
    case 'refused':
      return (
        <Pill tone="neutral" icon={<DismissCircleRegular />}>
          <Trans id="exit-requests.pill.refused" message="Refused" />
        </Pill>
      )
    case 'stopped':
      return (
        <Pill tone="neutral" icon={<DismissCircleRegular />}>
          <Trans id="exit-requests.pill.stopped" message="Stopped" />
        </Pill>
      )
    case 'gone':
      return (
        <Pill tone="neutral" icon={<DismissCircleRegular />}>
          <Trans id="exit-requests.pill.gone" message="Account gone" />
        </Pill>
      )
  }
}
