import { BranchForkRegular } from '@fluentui/react-icons/svg/branch-fork'
import { FlashRegular } from '@fluentui/react-icons/svg/flash'
import { MailRegular } from '@fluentui/react-icons/svg/mail'
import { PeopleRegular } from '@fluentui/react-icons/svg/people'
import { PeopleTeamRegular } from '@fluentui/react-icons/svg/people-team'
import { ServerRegular } from '@fluentui/react-icons/svg/server'
import { ShieldRegular } from '@fluentui/react-icons/svg/shield'
import type { Membership } from '@foyer/contracts/me'

const icons = {
  security: ShieldRegular,
  'microsoft-365': PeopleRegular,
  team: PeopleTeamRegular,
  'mail-enabled-security': ShieldRegular,
  distribution: MailRegular,
} as const

/** How one came in says more than what kind of group it is. */
export function GroupIcon({
  membership: { how, kind, cannotLeaveBecause },
}: {
  membership: Membership
}) {
  if (how === 'rule') return <FlashRegular />
  if (how === 'group') return <BranchForkRegular />
  if (cannotLeaveBecause === 'synced') return <ServerRegular />
  return <KindIcon kind={kind} />
}

/** What kind of group it is. */
export function KindIcon({ kind }: Pick<Membership, 'kind'>) {
  const Icon = icons[kind]
  return <Icon />
}
