import type { FileRowReason } from '@foyer/contracts/invitation-file-check'
import { problems, type ProblemCode } from '@foyer/contracts/problem'
import type { MessageDescriptor } from '@lingui/core'
import { explain } from '../../problems.ts'

const reasons: Readonly<Record<FileRowReason, MessageDescriptor>> = {
  'too-many-cells': /*i18n*/ {
    id: 'invitation-file.too-many-cells',
    message: 'The row has more cells than the head of the file. Look for a comma too many.',
  },
  missing: /*i18n*/ {
    id: 'invitation-file.missing',
    message: 'Address, name, purpose and end date have to be there: one of them is empty.',
  },
  'too-long': /*i18n*/ {
    id: 'invitation-file.too-long',
    message: 'Too long: a name and a purpose have 120 signs at most, a message 500.',
  },
  'words-not-plain': /*i18n*/ {
    id: 'invitation-file.words-not-plain',
    message: 'Name, purpose and message are plain text, without links and addresses.',
  },
  'address-not-possible': /*i18n*/ {
    id: 'invitation-file.address-not-possible',
    message: 'Microsoft takes no such address. Look whether it is typed rightly.',
  },
  'own-domain': /*i18n*/ {
    id: 'invitation-file.own-domain',
    message: 'The address is of the organization’s own. Nobody of it can be a guest.',
  },
  'domain-lists': /*i18n*/ {
    id: 'invitation-file.domain-lists',
    message: 'The organization takes no guests of this domain.',
  },
  'known-already': /*i18n*/ {
    id: 'invitation-file.known-already',
    message: 'Is a guest already, and needs no invitation.',
  },
  'removed-guest': /*i18n*/ {
    id: 'invitation-file.removed-guest',
    message: 'Was a guest and was removed. Restore them instead.',
  },
  'invited-already': /*i18n*/ {
    id: 'invitation-file.invited-already',
    message: 'Is invited already, or waits in another file.',
  },
  'twice-in-file': /*i18n*/ {
    id: 'invitation-file.twice-in-file',
    message: 'A row above has the same address.',
  },
  'end-not-readable': /*i18n*/ {
    id: 'invitation-file.end-not-readable',
    message: 'The end date is no day. Write it as 2027-03-31 or 31.03.2027.',
  },
  'end-in-the-past': /*i18n*/ {
    id: 'invitation-file.end-in-the-past',
    message: 'The end date is over when it is this row’s turn.',
  },
  'end-over-the-cap': /*i18n*/ {
    id: 'invitation-file.end-over-the-cap',
    message: 'The end date is later than the organization’s policy allows.',
  },
  'group-unknown': /*i18n*/ {
    id: 'invitation-file.group-unknown',
    message: 'No group has this name or id. Several stand between bars: one | two.',
  },
  'group-ambiguous': /*i18n*/ {
    id: 'invitation-file.group-ambiguous',
    message: 'Several groups have this name. Write the id of the one that is meant.',
  },
  'group-not-invitable': /*i18n*/ {
    id: 'invitation-file.group-not-invitable',
    message: 'A rule, a server or a role decides who is in this group: Foyer brings nobody in.',
  },
  'too-many-groups': /*i18n*/ {
    id: 'invitation-file.too-many-groups',
    message: 'More than 20 groups.',
  },
  'language-unknown': /*i18n*/ {
    id: 'invitation-file.language-unknown',
    message: 'Foyer writes in English and German: en or de.',
  },
  'sponsor-not-possible': /*i18n*/ {
    id: 'invitation-file.sponsor-not-possible',
    message: 'Nobody of the sponsor’s address can vouch for guests.',
  },
}

const sponsorUnchecked = /*i18n*/ {
  id: 'invitation-file.sponsor-unchecked',
  message: 'Whether the sponsor can vouch for guests is asked when it is this row’s turn.',
}

/** What is against a row of a file, or why it became no invitation. */
export function tellReason(
  because: string | undefined,
  { organization, isUnchecked = false }: { organization: string; isUnchecked?: boolean },
): MessageDescriptor {
  if (isUnchecked) return sponsorUnchecked
  if (because !== undefined && Object.hasOwn(reasons, because)) {
    return reasons[because as FileRowReason]
  }
  // The API names its own codes; one that this page is too old to know is a failure all the same.
  const isKnown = because !== undefined && Object.hasOwn(problems, because)
  return explain(isKnown ? (because as ProblemCode) : 'internal-error', { organization }).sentence
}
