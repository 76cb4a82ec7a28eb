import type { Explanation, Words } from './explanation.ts'
import { loadAgain } from './next-steps.ts'

type ResetProblem =
  | 'reset-not-possible'
  | 'reset-without-address'
  | 'reset-under-way'
  | 'reset-not-asked'
  | 'reset-not-proved'
  | 'reset-needs-another'
  | 'reset-not-agreed'
  | 'reset-too-early'
  | 'reset-address-changed'
  | 'reset-not-taken'
  | 'reset-not-stoppable'
  | 'reset-question-not-found'
  | 'operator-token-refused'
  | 'operator-role-missing'

/** What is told where a guest’s sign-in was not set back, or not stopped. */
export const resetExplanations: Record<ResetProblem, (words: Words) => Explanation> = {
  'reset-not-possible': (words) => ({
    sentence: /*i18n*/ {
      id: 'problem.reset-not-possible',
      message: 'Nothing is registered at {organization} with which operators act as themselves.',
      values: words,
    },
    next: /*i18n*/ {
      id: 'problem.reset-not-possible.next',
      message:
        'Ask an administrator to register it once, as Foyer’s guide says under “What operators do as themselves”.',
    },
    remedy: 'none',
  }),
  'reset-without-address': () => ({
    sentence: /*i18n*/ {
      id: 'problem.reset-without-address',
      message: 'The directory has no address of this guest, so nobody can be asked.',
    },
    next: /*i18n*/ {
      id: 'problem.reset-without-address.next',
      message:
        'Ask the guest for the address that they have now, invite it, and end the old access.',
    },
    remedy: 'none',
  }),
  'reset-under-way': () => ({
    sentence: /*i18n*/ {
      id: 'problem.reset-under-way',
      message: 'The sign-in of this guest is being set back already.',
    },
    next: loadAgain,
    remedy: 'reload',
  }),
  'reset-not-asked': () => ({
    sentence: /*i18n*/ {
      id: 'problem.reset-not-asked',
      message: 'Nobody asks any more that this sign-in is set back.',
    },
    next: loadAgain,
    remedy: 'reload',
  }),
  'reset-not-proved': () => ({
    sentence: /*i18n*/ {
      id: 'problem.reset-not-proved',
      message: 'Whoever reads the guest’s address has not said yes.',
    },
    next: /*i18n*/ {
      id: 'problem.reset-not-proved.next',
      message: 'Ask the guest to look into their mailbox. Without their yes nothing goes on.',
    },
    remedy: 'reload',
  }),
  'reset-needs-another': (words) => ({
    sentence: /*i18n*/ {
      id: 'problem.reset-needs-another',
      message: 'Who asked for it cannot agree as well.',
    },
    next: /*i18n*/ {
      id: 'problem.reset-needs-another.next',
      message: 'Another operator of {organization} opens this page and agrees.',
      values: words,
    },
    remedy: 'none',
  }),
  'reset-not-agreed': () => ({
    sentence: /*i18n*/ {
      id: 'problem.reset-not-agreed',
      message: 'No other operator has agreed.',
    },
    next: loadAgain,
    remedy: 'reload',
  }),
  'reset-too-early': () => ({
    sentence: /*i18n*/ {
      id: 'problem.reset-too-early',
      message: 'The three days in which it can be stopped are not over.',
    },
    next: loadAgain,
    remedy: 'reload',
  }),
  'reset-address-changed': () => ({
    sentence: /*i18n*/ {
      id: 'problem.reset-address-changed',
      message: 'The directory has another address of this guest than the one that said yes.',
    },
    next: /*i18n*/ {
      id: 'problem.reset-address-changed.next',
      message: 'It has ended by that. Ask anew, and the address of now is asked.',
    },
    remedy: 'reload',
  }),
  'reset-not-taken': () => ({
    sentence: /*i18n*/ {
      id: 'problem.reset-not-taken',
      message: 'The directory takes nobody of this address as a guest.',
    },
    next: /*i18n*/ {
      id: 'problem.reset-not-taken.next',
      message: 'The rules for other organizations may exclude its domain. Ask an administrator.',
    },
    remedy: 'none',
  }),
  'reset-not-stoppable': () => ({
    sentence: /*i18n*/ {
      id: 'problem.reset-not-stoppable',
      message: 'It was done: the guest’s sign-in is set back.',
    },
    next: loadAgain,
    remedy: 'reload',
  }),
  'reset-question-not-found': () => ({
    sentence: /*i18n*/ {
      id: 'problem.reset-question-not-found',
      message: 'Nobody is asked anything at this address.',
    },
    next: /*i18n*/ {
      id: 'problem.reset-question-not-found.next',
      message:
        'The mail may be older than 90 days. If you are not sure what holds, ask the organization.',
    },
    remedy: 'none',
  }),
  'operator-token-refused': () => ({
    sentence: /*i18n*/ {
      id: 'problem.operator-token-refused',
      message: 'Microsoft gave no token that counts for this.',
    },
    next: /*i18n*/ {
      id: 'problem.operator-token-refused.next',
      message: 'Sign in once more as yourself, with the account with which you are here.',
    },
    remedy: 'try-again',
  }),
  'operator-role-missing': () => ({
    sentence: /*i18n*/ {
      id: 'problem.operator-role-missing',
      message: 'Microsoft Entra does not let you set back sign-ins.',
    },
    next: /*i18n*/ {
      id: 'problem.operator-role-missing.next',
      message:
        'For the same address you need the role Helpdesk Administrator, for another one User Administrator. Activate it, and try again.',
    },
    remedy: 'try-again',
  }),
}
