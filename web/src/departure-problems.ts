import type { DepartureRefusal } from '@foyer/contracts/departure-refusal'
import { explainDepartureRefusal } from './departure-refusals.ts'
import type { Explanation, Words } from './explanation.ts'
import { loadAgain } from './next-steps.ts'

type DepartureProblem =
  | 'confirmation-differs'
  | 'owner-not-possible'
  | 'sign-in-too-old'
  | 'sign-in-time-unknown'
  | 'code-not-possible'
  | 'leaving-not-stoppable'
  | `departure-${DepartureRefusal}`

/** What is told where an organization is not left. */
export const departureExplanations: Record<DepartureProblem, (words: Words) => Explanation> = {
  'confirmation-differs': (words) => ({
    sentence: /*i18n*/ {
      id: 'problem.confirmation-differs',
      message: 'That is not the name of {organization}.',
      values: words,
    },
    next: /*i18n*/ {
      id: 'problem.confirmation-differs.next',
      message: 'Type it as it stands in the question above.',
    },
    remedy: 'none',
  }),
  'owner-not-possible': (words) => ({
    sentence: /*i18n*/ {
      id: 'problem.owner-not-possible',
      message:
        'Somebody whom you proposed as an owner cannot be one any more, or the group has another owner by now.',
    },
    next: /*i18n*/ {
      id: 'problem.owner-not-possible.next',
      message:
        'Choose anew on the page behind this question, or leave {organization} without a proposal.',
      values: words,
    },
    remedy: 'none',
  }),
  'sign-in-too-old': (words) => ({
    sentence: /*i18n*/ {
      id: 'problem.sign-in-too-old',
      message: 'This needs a sign-in at {organization} from just now.',
      values: words,
    },
    next: /*i18n*/ {
      id: 'problem.sign-in-too-old.next',
      message:
        'Sign in once more. If Microsoft asks you nothing, it keeps the time of your first sign-in, and one of the other ways remains.',
    },
    remedy: 'none',
  }),
  'sign-in-time-unknown': (words) => ({
    sentence: /*i18n*/ {
      id: 'problem.sign-in-time-unknown',
      message:
        'Microsoft does not tell Foyer when you signed in, so Foyer cannot be sure that it is you who wants this.',
    },
    next: /*i18n*/ {
      id: 'problem.sign-in-time-unknown.next',
      message:
        'Signing in again does not change that. A code to the address that {organization} knows of you does.',
      values: words,
    },
    remedy: 'none',
  }),
  'code-not-possible': (words) => ({
    sentence: /*i18n*/ {
      id: 'problem.code-not-possible',
      message: '{organization} knows no address of yours to which a code could go.',
      values: words,
    },
    next: /*i18n*/ { id: 'problem.code-not-possible.next', message: 'These ways remain:' },
    remedy: 'none',
  }),
  'leaving-not-stoppable': () => ({
    sentence: /*i18n*/ {
      id: 'problem.leaving-not-stoppable',
      message: 'It is being done already, or was.',
    },
    next: loadAgain,
    remedy: 'reload',
  }),
  'departure-not-a-guest': (words) => refused('not-a-guest', words),
  'departure-synced': (words) => refused('synced', words),
  'departure-role-held': (words) => refused('role-held', words),
  'departure-roles-unreadable': (words) => refused('roles-unreadable', words),
  'departure-protected': (words) => refused('protected', words),
  'departure-not-allowed': (words) => refused('not-allowed', words),
  'departure-setting-unreadable': (words) => refused('setting-unreadable', words),
}

function refused(reason: DepartureRefusal, { organization }: Words): Explanation {
  return { ...explainDepartureRefusal(reason, organization), remedy: 'none' }
}
