import { ClockFilled } from '@fluentui/react-icons/svg/clock'
import type { MyAccess } from '@foyer/contracts/stay'
import { Trans } from '@lingui/react'
import type { ReactNode } from 'react'
import { Pill } from '../../ui/pill.tsx'
import { daysLeftOf, isEndNear } from './access.ts'

/** That the end is near, in place of what is said else. */
export function EndPill({
  access,
  otherwise,
}: {
  access: MyAccess | undefined
  otherwise: ReactNode
}) {
  if (!access || !isEndNear(access)) return otherwise
  const left = daysLeftOf(access) ?? 0
  return (
    <Pill tone="warn" icon={<ClockFilled fontSize={16} />}>
      {left < 0 ? (
        <Trans id="stay.pill.over" message="Past its last day" />
      ) : (
        <Trans
          id="stay.pill"
          message="{left, plural, =0 {Ends today} one {Ends tomorrow} other {Ends in # days}}"
          values={{ left }}
        />
      )}
    </Pill>
  )
}
