import type { Explanation, Words } from './explanation.ts'
import { loadAgain } from './next-steps.ts'

type ActProblem =
  | 'idempotency-key-missing'
  | 'idempotency-key-reused'
  | 'version-missing'
  | 'version-changed'
  | 'policy-not-possible'
  | 'too-many-acts'
  | 'store-unavailable'
  | 'receipt-not-found'
  | 'undo-not-offered'
  | 'erasure-too-early'
  | 'return-not-offered'
  | 'return-not-asked'
  | 'return-not-possible'
  | 'left-guest-not-found'
  | 'not-answerable'
  | 'not-an-operator'
  | 'ownerless-group-not-found'

/** What is told where an act was not taken on, or its receipt is not found. */
export const actExplanations: Record<ActProblem, (words: Words) => Explanation> = {
  'idempotency-key-missing': outdated,
  'idempotency-key-reused': outdated,
  'version-missing': outdated,
  'version-changed': () => ({
    sentence: /*i18n*/ {
      id: 'problem.version-changed',
      message: 'Somebody else has changed this meanwhile.',
    },
    next: /*i18n*/ {
      id: 'problem.version-changed.next',
      message: 'Nothing of yours was saved. Load the page again to see theirs.',
    },
    remedy: 'reload',
  }),
  'policy-not-possible': () => ({
    sentence: /*i18n*/ {
      id: 'problem.policy-not-possible',
      message: 'These rules do not fit together, and nothing was saved.',
    },
    next: /*i18n*/ {
      id: 'problem.policy-not-possible.next',
      message:
        'Change them: nobody stays longer at first than in all, nobody is told before the access begins, and a time zone is typed as Europe/Berlin is.',
    },
    remedy: 'none',
  }),
  'too-many-acts': (words) => ({
    sentence: /*i18n*/ {
      id: 'problem.too-many-acts',
      message: 'You have done so much of this at {organization} today that Foyer stops here.',
      values: words,
    },
    next: /*i18n*/ {
      id: 'problem.too-many-acts.next',
      message: 'Go on tomorrow. If it cannot wait, ask {organization}.',
      values: words,
    },
    remedy: 'none',
  }),
  'store-unavailable': () => ({
    sentence: /*i18n*/ {
      id: 'problem.store-unavailable',
      message: 'Foyer cannot reach what it remembers at the moment.',
    },
    next: /*i18n*/ {
      id: 'problem.store-unavailable.next',
      message: 'Nothing of it is lost. Try again in a moment.',
    },
    remedy: 'try-again',
  }),
  'undo-not-offered': undoNotOffered,
  'erasure-too-early': erasureTooEarly,
  'return-not-offered': (words) => ({
    sentence: /*i18n*/ {
      id: 'problem.return-not-offered',
      message: 'Nobody at {organization} can be asked for this by Foyer any more.',
      values: words,
    },
    next: loadAgain,
    remedy: 'reload',
  }),
  'return-not-asked': () => ({
    sentence: /*i18n*/ {
      id: 'problem.return-not-asked',
      message: 'Somebody else has answered already.',
    },
    next: loadAgain,
    remedy: 'reload',
  }),
  'return-not-possible': (words) => ({
    sentence: /*i18n*/ {
      id: 'problem.return-not-possible',
      message:
        'This guest cannot be brought back by Foyer now: the directory of {organization} has erased them or knows them again, or somebody holds them out.',
      values: words,
    },
    next: loadAgain,
    remedy: 'reload',
  }),
  'left-guest-not-found': (words) => ({
    sentence: /*i18n*/ {
      id: 'problem.left-guest-not-found',
      message: 'You do not answer for this guest at {organization}.',
      values: words,
    },
    next: loadAgain,
    remedy: 'reload',
  }),
  'not-answerable': (words) => ({
    sentence: /*i18n*/ {
      id: 'problem.not-answerable',
      message: 'This page is for those who vouch for guests of {organization}.',
      values: words,
    },
    next: /*i18n*/ {
      id: 'problem.not-answerable.next',
      message: 'If that is you, sign in with the account that you have at {organization} itself.',
      values: words,
    },
    remedy: 'another-account',
  }),
  'not-an-operator': (words) => ({
    sentence: /*i18n*/ {
      id: 'problem.not-an-operator',
      message: 'This page is for operators of {organization}.',
      values: words,
    },
    next: /*i18n*/ {
      id: 'problem.not-an-operator.next',
      message: 'If you are one, sign in with the account that has the role there.',
    },
    remedy: 'another-account',
  }),
  'ownerless-group-not-found': () => ({
    sentence: /*i18n*/ {
      id: 'problem.ownerless-group-not-found',
      message: 'This group waits for no owner any more.',
    },
    next: loadAgain,
    remedy: 'reload',
  }),
  'receipt-not-found': () => ({
    sentence: /*i18n*/ {
      id: 'problem.receipt-not-found',
      message: 'There is no receipt at this address.',
    },
    next: /*i18n*/ {
      id: 'problem.receipt-not-found.next',
      message:
        'Part of the address was lost on the way, or its time is over. Use the link in the mail that you were sent when it was done.',
    },
    remedy: 'home',
  }),
}

function erasureTooEarly({ organization }: Words): Explanation {
  return {
    sentence: /*i18n*/ {
      id: 'problem.erasure-too-early',
      message: 'The directory of {organization} has not erased your account yet.',
      values: { organization },
    },
    next: /*i18n*/ {
      id: 'problem.erasure-too-early.next',
      message: 'Load this page again: it tells when that is so.',
    },
    remedy: 'reload',
  }
}

function undoNotOffered({ organization }: Words): Explanation {
  return {
    sentence: /*i18n*/ {
      id: 'problem.undo-not-offered',
      message: 'You cannot come back to {organization} by yourself any more.',
      values: { organization },
    },
    next: /*i18n*/ {
      id: 'problem.undo-not-offered.next',
      message: 'Load this page again: it tells who can bring you back.',
    },
    remedy: 'reload',
  }
}

function outdated(): Explanation {
  return {
    sentence: /*i18n*/ {
      id: 'problem.act-outdated',
      message: 'This page no longer fits what you asked Foyer for.',
    },
    next: /*i18n*/ {
      id: 'problem.act-outdated.next',
      message: 'Load it again, and ask once more.',
    },
    remedy: 'reload',
  }
}
