import type { GroupKind } from '@foyer/contracts/me'

/** What people know best comes first. */
export const kindsInOrder: readonly GroupKind[] = [
  'team',
  'microsoft-365',
  'security',
  'mail-enabled-security',
  'distribution',
]

/** How many groups of a kind end, and which. */
export const countOfKind: Record<GroupKind, { readonly id: string; readonly message: string }> = {
  team: /*i18n*/ {
    id: 'departure.teams',
    message: '{count, plural, one {<0>One team</0>: {names}} other {<0># teams</0>: {names}}}',
  },
  'microsoft-365': /*i18n*/ {
    id: 'departure.groups.microsoft-365',
    message:
      '{count, plural, one {<0>One Microsoft 365 group</0>: {names}} other {<0># Microsoft 365 groups</0>: {names}}}',
  },
  security: /*i18n*/ {
    id: 'departure.groups.security',
    message:
      '{count, plural, one {<0>One security group</0>: {names}} other {<0># security groups</0>: {names}}}',
  },
  'mail-enabled-security': /*i18n*/ {
    id: 'departure.groups.mail-enabled-security',
    message:
      '{count, plural, one {<0>One mail-enabled security group</0>: {names}} other {<0># mail-enabled security groups</0>: {names}}}',
  },
  distribution: /*i18n*/ {
    id: 'departure.groups.distribution',
    message:
      '{count, plural, one {<0>One distribution list</0>: {names}} other {<0># distribution lists</0>: {names}}}',
  },
}
