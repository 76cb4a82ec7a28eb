import type { MessageDescriptor } from '@lingui/core'
import type { FailureCode } from '../failure.ts'
import type { AcceptProblem } from './read-address.ts'

/** What a person is told who has no account here yet: what happened, and what they can do. */
export interface Trouble {
  readonly sentence: MessageDescriptor
  readonly next: MessageDescriptor
}

type Known =
  | AcceptProblem
  | 'invitation-address-differs'
  | 'organization-not-found'
  | 'too-many-codes'
  | 'network-failed'
  | 'timed-out'

const tryAgain = /*i18n*/ {
  id: 'trouble.try-again',
  message: 'Nothing is used up. Try again in a moment.',
}
const askThem = /*i18n*/ {
  id: 'trouble.ask-them',
  message: 'You need do nothing: whoever invited you sees why, and can help.',
}
const loadAgain = /*i18n*/ {
  id: 'trouble.load-again',
  message: 'Load this page again: it tells how it stands now.',
}

/** What is told of a failure; `organization` stands for a name in each sentence that has one. */
const troubles: Record<Known, (organization: string) => Trouble> = {
  'invitation-link-not-found': () => ({
    sentence: /*i18n*/ {
      id: 'trouble.link-not-found',
      message: 'No invitation is at this address.',
    },
    next: /*i18n*/ {
      id: 'trouble.link-not-found.next',
      message:
        'The link may be cut off, or a newer mail has taken its place. Open the newest mail, or have the link sent once more.',
    },
  }),
  'invitation-not-open': () => ({
    sentence: /*i18n*/ {
      id: 'trouble.not-open',
      message: 'This invitation is not open any more.',
    },
    next: loadAgain,
  }),
  'invitation-used-up': () => ({
    sentence: /*i18n*/ {
      id: 'trouble.used-up',
      message: 'This link has led to Microsoft several times, and leads there no more.',
    },
    next: /*i18n*/ {
      id: 'trouble.used-up.next',
      message: 'Ask whoever invited you to send it again: the new link begins afresh.',
    },
  }),
  'inviting-not-allowed': (organization) => ({
    sentence: /*i18n*/ {
      id: 'trouble.inviting-not-allowed',
      message: '{organization} does not let whoever invited you invite guests any more.',
      values: { organization },
    },
    next: askThem,
  }),
  'known-already': (organization) => ({
    sentence: /*i18n*/ {
      id: 'trouble.known-already',
      message: '{organization} knows somebody of this address already.',
      values: { organization },
    },
    next: /*i18n*/ {
      id: 'trouble.known-already.next',
      message: 'That may be you: then you need no invitation, and can sign in there.',
    },
  }),
  'invitation-not-taken': (organization) => ({
    sentence: /*i18n*/ {
      id: 'trouble.not-taken',
      message: 'The directory of {organization} did not take you as a guest.',
      values: { organization },
    },
    next: askThem,
  }),
  'invitation-address-differs': () => ({
    sentence: /*i18n*/ {
      id: 'trouble.address-differs',
      message: 'This is not the address that is invited.',
    },
    next: /*i18n*/ {
      id: 'trouble.address-differs.next',
      message: 'Type the whole address to which the mail was sent.',
    },
  }),
  'organization-not-found': () => ({
    sentence: /*i18n*/ {
      id: 'trouble.organization-not-found',
      message: 'No organization here answers to this name.',
    },
    next: /*i18n*/ {
      id: 'trouble.organization-not-found.next',
      message: 'Check the spelling, or use its web address, as in contoso.com.',
    },
  }),
  'too-many-codes': () => ({
    sentence: /*i18n*/ {
      id: 'trouble.too-many-codes',
      message: 'Foyer has sent as many mails to this network today as it may.',
    },
    next: /*i18n*/ {
      id: 'trouble.too-many-codes.next',
      message: 'Look through your mails again, or ask whoever invited you.',
    },
  }),
  'too-many-requests': () => ({
    sentence: /*i18n*/ { id: 'trouble.too-many-requests', message: 'Too many tries.' },
    next: tryAgain,
  }),
  'store-unavailable': () => ({
    sentence: /*i18n*/ {
      id: 'trouble.store-unavailable',
      message: 'Foyer cannot reach what it remembers at the moment.',
    },
    next: tryAgain,
  }),
  'directory-refused': directoryFailed,
  'directory-failed': directoryFailed,
  'directory-busy': (organization) => ({
    sentence: /*i18n*/ {
      id: 'trouble.directory-busy',
      message: 'The directory of {organization} is too busy to answer.',
      values: { organization },
    },
    next: tryAgain,
  }),
  'directory-timeout': (organization) => ({
    sentence: /*i18n*/ {
      id: 'trouble.directory-timeout',
      message: 'The directory of {organization} did not answer in time.',
      values: { organization },
    },
    next: tryAgain,
  }),
  'internal-error': () => ({
    sentence: /*i18n*/ { id: 'trouble.internal-error', message: 'Foyer itself has failed.' },
    next: tryAgain,
  }),
  'network-failed': () => ({
    sentence: /*i18n*/ { id: 'trouble.network-failed', message: 'Foyer could not be reached.' },
    next: /*i18n*/ {
      id: 'trouble.network-failed.next',
      message: 'Are you connected? Nothing is used up. Try again in a moment.',
    },
  }),
  'timed-out': () => ({
    sentence: /*i18n*/ { id: 'trouble.timed-out', message: 'No answer yet, after 20 seconds.' },
    next: tryAgain,
  }),
}

/** What to tell whoever holds a link, of a failure or of why accepting led back. */
export function explainTrouble(code: FailureCode, organization: string): Trouble {
  const tell = Object.entries(troubles).find(([known]) => known === code)?.[1]
  return (tell ?? troubles['internal-error'])(organization)
}

function directoryFailed(organization: string): Trouble {
  return {
    sentence: /*i18n*/ {
      id: 'trouble.directory-failed',
      message: 'The directory of {organization} has failed.',
      values: { organization },
    },
    next: tryAgain,
  }
}
