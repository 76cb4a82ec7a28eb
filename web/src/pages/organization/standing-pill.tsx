import type { PersonKind } from '@foyer/contracts/me'
import { CheckmarkCircleFilled } from '@fluentui/react-icons/svg/checkmark-circle'
import { PersonCircleRegular } from '@fluentui/react-icons/svg/person-circle'
import { Trans } from '@lingui/react'
import { Pill } from '../../ui/pill.tsx'

/** What somebody is here, in a word. */
export function StandingPill({ kind }: { kind: PersonKind }) {
  switch (kind) {
    case 'guest':
      return (
        <Pill tone="ok" icon={<CheckmarkCircleFilled fontSize={16} />}>
          <Trans id="standing.active" message="Active" />
        </Pill>
      )
    case 'external-member':
      return (
        <Pill tone="neutral" icon={<PersonCircleRegular fontSize={16} />}>
          <Trans id="standing.external-member" message="External member" />
        </Pill>
      )
    case 'internal-guest':
      return (
        <Pill tone="neutral" icon={<PersonCircleRegular fontSize={16} />}>
          <Trans id="standing.internal-guest" message="Internal guest" />
        </Pill>
      )
    case 'member':
      return (
        <Pill tone="neutral" icon={<PersonCircleRegular fontSize={16} />}>
          <Trans id="standing.member" message="Member" />
        </Pill>
      )
  }
}
