import type { Membership } from '@foyer/contracts/me'
import type { I18n, MessageDescriptor } from '@lingui/core'
import { formatDay } from '../../language/dates.ts'
import { formatNames } from '../../language/names.ts'
import { explainRefusal, type RefusalWords } from '../../refusals.ts'

const kinds: Record<Membership['kind'], MessageDescriptor> = {
  security: /*i18n*/ { id: 'group.kind.security', message: 'Security group' },
  'microsoft-365': /*i18n*/ { id: 'group.kind.microsoft-365', message: 'Microsoft 365 group' },
  team: /*i18n*/ { id: 'group.kind.team', message: 'Team' },
  'mail-enabled-security': /*i18n*/ {
    id: 'group.kind.mail-enabled-security',
    message: 'Mail-enabled security group',
  },
  distribution: /*i18n*/ { id: 'group.kind.distribution', message: 'Distribution list' },
}

/** What kind of group it is. */
export function nameKind(i18n: I18n, kind: Membership['kind']): string {
  return i18n._(kinds[kind])
}

/** What kind of group it is, and until when it exists. */
export function describeKind(i18n: I18n, { kind, expiresAt }: Membership): string {
  const name = nameKind(i18n, kind)
  if (!expiresAt) return name
  return i18n._(
    /*i18n*/ {
      id: 'group.kind.expires',
      message: '{kind}, expires {day}',
      values: { kind: name, day: formatDay(i18n, expiresAt) },
    },
  )
}

/** Why somebody is in the group, as far as the directory tells. */
export function explainMembership(
  i18n: I18n,
  membership: Membership,
  organization: string,
): MessageDescriptor[] {
  const reasons = [reasonOf(i18n, membership, organization)]
  if (membership.role === 'member-and-owner') {
    reasons.push(/*i18n*/ { id: 'group.why.owner', message: 'You are one of its owners.' })
  }
  return reasons
}

function reasonOf(
  i18n: I18n,
  { how, through, cannotLeaveBecause }: Membership,
  organization: string,
): MessageDescriptor {
  switch (how) {
    case 'rule':
      return /*i18n*/ {
        id: 'group.why.rule',
        message: 'A rule of {organization} adds everyone it fits, and it fits you.',
        values: { organization },
      }
    case 'group':
      return through.length > 0
        ? /*i18n*/ {
            id: 'group.why.through',
            message: 'You are in it through {through}.',
            values: { through: formatNames(i18n, through) },
          }
        : /*i18n*/ {
            id: 'group.why.through-unnamed',
            message: 'You are in it through another group.',
          }
    case 'none':
      return /*i18n*/ { id: 'group.why.owner-only', message: 'You own it.' }
    case 'assigned':
      return cannotLeaveBecause === 'synced'
        ? /*i18n*/ {
            id: 'group.why.synced',
            message: 'The servers of {organization} put you here.',
            values: { organization },
          }
        : /*i18n*/ {
            id: 'group.why.assigned',
            message: 'You are in it by name.',
          }
  }
}

/** Why the group cannot be left and what remains; undefined where it can be. */
export function explainLock(
  i18n: I18n,
  { cannotLeaveBecause, through }: Membership,
  organization: string,
): RefusalWords | undefined {
  if (!cannotLeaveBecause) return undefined
  return explainRefusal(cannotLeaveBecause, { organization, through: formatNames(i18n, through) })
}
