import type { LeaveRefusal } from '@foyer/contracts/leave-refusal'
import { actExplanations } from './act-problems.ts'
import { departureExplanations } from './departure-problems.ts'
import { directoryExplanations } from './directory-problems.ts'
import { guestExplanations } from './guest-problems.ts'
import { exitExplanations } from './exit-problems.ts'
import { invitationFileExplanations } from './invitation-file-problems.ts'
import { invitationExplanations } from './invitation-problems.ts'
import { moveExplanations } from './move-problems.ts'
import type { Explanation, Words } from './explanation.ts'
import { resetExplanations } from './reset-problems.ts'
import { successionExplanations } from './succession-problems.ts'
import { tryAgain, waitFor } from './next-steps.ts'
import type { FailureCode } from './failure.ts'
import { explainRefusal } from './refusals.ts'

/** What a sentence can name. */
export interface Setting {
  readonly organization: string
  readonly group?: string
  readonly retryAfterSeconds?: number
}

/**
 * What a person is told for each code. The record is complete, so a code without a sentence does
 * not compile.
 */
const explanations: Record<FailureCode, (words: Words) => Explanation> = {
  'invalid-request': misunderstanding,
  'method-not-allowed': misunderstanding,
  'body-too-large': misunderstanding,
  'unsupported-media-type': misunderstanding,
  'not-found': misunderstanding,

  'token-refused': (words) => ({
    sentence: /*i18n*/ {
      id: 'problem.token-refused',
      message: 'Your sign-in at {organization} was not accepted.',
      values: words,
    },
    next: signInAgain,
    remedy: 'sign-in',
  }),
  'token-expired': signInRunOut,
  'sign-in-run-out': signInRunOut,
  'sign-in-needed': (words) => ({
    sentence: /*i18n*/ {
      id: 'problem.sign-in-needed',
      message: '{organization} wants to know who you are.',
      values: words,
    },
    next: signInAgain,
    remedy: 'sign-in',
  }),
  'sign-in-unreachable': () => ({
    sentence: /*i18n*/ {
      id: 'problem.sign-in-unreachable',
      message: 'Microsoft’s sign-in did not answer.',
    },
    next: tryAgain,
    remedy: 'try-again',
  }),
  'keys-unavailable': () => ({
    sentence: /*i18n*/ {
      id: 'problem.keys-unavailable',
      message: 'Foyer cannot check your sign-in now: Microsoft’s keys for it cannot be read.',
    },
    next: tryAgain,
    remedy: 'try-again',
  }),

  'not-a-guest': (words) => ({
    sentence: /*i18n*/ {
      id: 'problem.not-a-guest',
      message: 'This is for guests, and {organization} does not know you as one.',
      values: words,
    },
    next: /*i18n*/ {
      id: 'problem.not-a-guest.next',
      message: 'The help desk of {organization} can tell you what you are there.',
      values: words,
    },
    remedy: 'home',
  }),
  'no-longer-here': (words) => ({
    sentence: /*i18n*/ {
      id: 'problem.no-longer-here',
      message: '{organization} does not know this account any more.',
      values: words,
    },
    next: /*i18n*/ {
      id: 'problem.no-longer-here.next',
      message:
        'Were you invited with another account? Sign in with that one. Else only the person who invited you can invite you again.',
    },
    remedy: 'another-account',
  }),
  'blocked-here': (words) => ({
    sentence: /*i18n*/ {
      id: 'problem.blocked-here',
      message: '{organization} has blocked this account.',
      values: words,
    },
    next: /*i18n*/ {
      id: 'problem.blocked-here.next',
      message: 'Foyer cannot change that. Ask the person who invited you to {organization}.',
      values: words,
    },
    remedy: 'another-account',
  }),
  'organization-not-found': () => ({
    sentence: /*i18n*/ {
      id: 'problem.organization-not-found',
      message: 'No organization here answers to this name.',
    },
    next: /*i18n*/ {
      id: 'problem.organization-not-found.next',
      message:
        'Check the spelling, or use its web address, as in contoso.com. An organization that does not use Foyer cannot be found.',
    },
    remedy: 'none',
  }),

  'membership-not-found': (words) => ({
    sentence: /*i18n*/ {
      id: 'problem.membership-not-found',
      message: 'You are not in {group} any more.',
      values: words,
    },
    next: /*i18n*/ { id: 'problem.membership-not-found.next', message: 'Nothing is left to do.' },
    remedy: 'none',
  }),
  'group-managed-by-rule': (words) => refused('managed-by-rule', words),
  'group-synced': (words) => refused('synced', words),
  'group-role-assignable': (words) => refused('role-assignable', words),
  'group-managed-in-exchange': (words) => refused('managed-in-exchange', words),
  'group-membership-hidden': (words) => refused('membership-hidden', words),
  'group-protected': (words) => refused('protected', words),
  'group-nested-only': (words) => refused('nested-only', words),
  'group-owner-only': (words) => refused('owner-only', words),
  'group-last-owner': (words) => refused('last-owner', words),

  ...departureExplanations,
  ...actExplanations,
  ...exitExplanations,
  ...invitationExplanations,
  ...invitationFileExplanations,
  ...guestExplanations,
  ...resetExplanations,
  ...successionExplanations,
  ...moveExplanations,

  'too-many-requests': (words) => ({
    sentence: /*i18n*/ { id: 'problem.too-many-requests', message: 'Too many tries.' },
    next: waitFor(words),
    remedy: 'try-again',
  }),
  ...directoryExplanations,
  'internal-error': () => ({
    sentence: /*i18n*/ { id: 'problem.internal-error', message: 'Foyer itself has failed.' },
    next: tryAgain,
    remedy: 'try-again',
  }),

  'network-failed': () => ({
    sentence: /*i18n*/ { id: 'problem.network-failed', message: 'Foyer could not be reached.' },
    next: /*i18n*/ {
      id: 'problem.network-failed.next',
      message: 'Are you connected? Then try again in a moment.',
    },
    remedy: 'try-again',
  }),
  'timed-out': () => ({
    sentence: /*i18n*/ { id: 'problem.timed-out', message: 'No answer yet, after 20 seconds.' },
    next: tryAgain,
    remedy: 'try-again',
  }),
  'reply-unreadable': () => ({
    sentence: /*i18n*/ {
      id: 'problem.reply-unreadable',
      message: 'Something between you and Foyer answered in its place.',
    },
    next: /*i18n*/ {
      id: 'problem.reply-unreadable.next',
      message: 'A network that asks you to sign in first does that. Then try again.',
    },
    remedy: 'try-again',
  }),
}

/** What to tell a person about a failure. */
export function explain(code: FailureCode, setting: Setting): Explanation {
  const { organization, group = '', retryAfterSeconds = 0 } = setting
  return explanations[code]({ organization, group, seconds: Math.ceil(retryAfterSeconds) })
}

const signInAgain = /*i18n*/ {
  id: 'next.sign-in-again',
  message: 'Sign in again, and you come back to exactly this place.',
}

function refused(reason: LeaveRefusal, { organization }: Words): Explanation {
  return { ...explainRefusal(reason, { organization }), remedy: 'none' }
}

function signInRunOut(words: Words): Explanation {
  return {
    sentence: /*i18n*/ {
      id: 'problem.sign-in-run-out',
      message: 'Your sign-in at {organization} has run out.',
      values: words,
    },
    next: signInAgain,
    remedy: 'sign-in',
  }
}

function misunderstanding(): Explanation {
  return {
    sentence: /*i18n*/ {
      id: 'problem.misunderstanding',
      message: 'This page asked for something that Foyer does not know.',
    },
    next: /*i18n*/ {
      id: 'problem.misunderstanding.next',
      message: 'The page may be older than Foyer. Load it again.',
    },
    remedy: 'reload',
  }
}
