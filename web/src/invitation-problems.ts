import type { Explanation, Words } from './explanation.ts'
import { loadAgain } from './next-steps.ts'

type InvitationProblem =
  | 'inviting-not-allowed'
  | 'invitation-not-found'
  | 'invitation-link-not-found'
  | 'invitation-not-open'
  | 'invitation-used-up'
  | 'invitation-not-taken'
  | 'invitation-address-differs'
  | 'invitation-words-not-plain'
  | 'address-not-possible'
  | 'domain-not-taken'
  | 'known-already'
  | 'invited-already'
  | 'group-not-invitable'
  | 'template-name-taken'
  | 'too-many-templates'
  | 'too-many-invitations'

/** What is told where an invitation is not sent, or does not lead on. */
export const invitationExplanations: Record<InvitationProblem, (words: Words) => Explanation> = {
  'inviting-not-allowed': (words) => ({
    sentence: /*i18n*/ {
      id: 'problem.inviting-not-allowed',
      message: '{organization} does not let you invite guests.',
      values: words,
    },
    next: /*i18n*/ {
      id: 'problem.inviting-not-allowed.next',
      message: 'Ask an administrator: they decide who may.',
    },
    remedy: 'none',
  }),
  'invitation-not-found': () => ({
    sentence: /*i18n*/ {
      id: 'problem.invitation-not-found',
      message: 'This invitation is not one of yours, or is not kept any more.',
    },
    next: loadAgain,
    remedy: 'reload',
  }),
  'invitation-link-not-found': () => ({
    sentence: /*i18n*/ {
      id: 'problem.invitation-link-not-found',
      message: 'No invitation is at this address.',
    },
    next: /*i18n*/ {
      id: 'problem.invitation-link-not-found.next',
      message:
        'The link may be cut off, or a newer mail has taken its place. Open the newest mail, or ask for the link once more.',
    },
    remedy: 'none',
  }),
  'invitation-not-open': () => ({
    sentence: /*i18n*/ {
      id: 'problem.invitation-not-open',
      message: 'This invitation is not open any more.',
    },
    next: loadAgain,
    remedy: 'reload',
  }),
  'invitation-used-up': () => ({
    sentence: /*i18n*/ {
      id: 'problem.invitation-used-up',
      message: 'This link has led to Microsoft several times.',
    },
    next: /*i18n*/ {
      id: 'problem.invitation-used-up.next',
      message: 'Ask for the link once more: the new one begins afresh.',
    },
    remedy: 'none',
  }),
  'invitation-not-taken': (words) => ({
    sentence: /*i18n*/ {
      id: 'problem.invitation-not-taken',
      message: 'The directory of {organization} does not take this guest.',
      values: words,
    },
    next: /*i18n*/ {
      id: 'problem.invitation-not-taken.next',
      message: 'Ask whoever invited you: they see why, and you need do nothing else.',
    },
    remedy: 'none',
  }),
  'invitation-address-differs': () => ({
    sentence: /*i18n*/ {
      id: 'problem.invitation-address-differs',
      message: 'This is not the address that is invited.',
    },
    next: /*i18n*/ {
      id: 'problem.invitation-address-differs.next',
      message: 'Type the whole address to which the mail was sent.',
    },
    remedy: 'none',
  }),
  'invitation-words-not-plain': () => ({
    sentence: /*i18n*/ {
      id: 'problem.invitation-words-not-plain',
      message:
        'A name, a purpose or the message holds a link, an address, or signs that do not show.',
    },
    next: /*i18n*/ {
      id: 'problem.invitation-words-not-plain.next',
      message: 'Nothing was sent. Type it as plain text.',
    },
    remedy: 'none',
  }),
  'address-not-possible': () => ({
    sentence: /*i18n*/ {
      id: 'problem.address-not-possible',
      message: 'Nobody of this address can be invited.',
    },
    next: /*i18n*/ {
      id: 'problem.address-not-possible.next',
      message:
        'Look whether it is typed rightly. Microsoft takes plain letters, digits, dots, hyphens and underscores, and no address of the organization’s own.',
    },
    remedy: 'none',
  }),
  'domain-not-taken': (words) => ({
    sentence: /*i18n*/ {
      id: 'problem.domain-not-taken',
      message: '{organization} takes no guests of the domain of this address.',
      values: words,
    },
    next: /*i18n*/ {
      id: 'problem.domain-not-taken.next',
      message: 'Its administrators keep lists of domains. Ask them, or invite another address.',
    },
    remedy: 'none',
  }),
  'known-already': (words) => ({
    sentence: /*i18n*/ {
      id: 'problem.known-already',
      message: 'The directory of {organization} knows somebody of this address.',
      values: words,
    },
    next: /*i18n*/ {
      id: 'problem.known-already.next',
      message:
        'Who is a guest needs no invitation. For one who was removed, ask an operator to restore them.',
    },
    remedy: 'none',
  }),
  'invited-already': () => ({
    sentence: /*i18n*/ {
      id: 'problem.invited-already',
      message: 'Whoever has this address is invited already.',
    },
    next: /*i18n*/ {
      id: 'problem.invited-already.next',
      message: 'Send that invitation once more, or ask them whether it has arrived.',
    },
    remedy: 'none',
  }),
  'group-not-invitable': () => ({
    sentence: /*i18n*/ {
      id: 'problem.group-not-invitable',
      message: 'You cannot bring guests into one of these groups.',
    },
    next: /*i18n*/ {
      id: 'problem.group-not-invitable.next',
      message: 'Choose others, of which you are an owner and whose members no rule decides.',
    },
    remedy: 'none',
  }),
  'template-name-taken': () => ({
    sentence: /*i18n*/ {
      id: 'problem.template-name-taken',
      message: 'Another template has this name.',
    },
    next: /*i18n*/ {
      id: 'problem.template-name-taken.next',
      message: 'Choose another name, so that whoever invites can tell them apart.',
    },
    remedy: 'none',
  }),
  'too-many-templates': (words) => ({
    sentence: /*i18n*/ {
      id: 'problem.too-many-templates',
      message: '{organization} has as many templates as it can have.',
      values: words,
    },
    next: /*i18n*/ {
      id: 'problem.too-many-templates.next',
      message: 'Remove one that nobody at {organization} needs any more.',
      values: words,
    },
    remedy: 'none',
  }),
  'too-many-invitations': () => ({
    sentence: /*i18n*/ {
      id: 'problem.too-many-invitations',
      message: 'You have invited as many today as one person may.',
    },
    next: /*i18n*/ {
      id: 'problem.too-many-invitations.next',
      message: 'Go on tomorrow, or ask an operator to invite the others.',
    },
    remedy: 'none',
  }),
}
