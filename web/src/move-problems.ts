import type { Explanation, Words } from './explanation.ts'
import { loadAgain } from './next-steps.ts'

type MoveProblem =
  | 'move-not-found'
  | 'move-under-way'
  | 'move-not-possible'
  | 'move-not-asked'
  | 'move-not-stoppable'

/** What is told where an account does not move to another address, or does not stop to. */
export const moveExplanations: Record<MoveProblem, (words: Words) => Explanation> = {
  'move-not-found': () => ({
    sentence: /*i18n*/ {
      id: 'problem.move-not-found',
      message: 'Nothing about a new address is kept here, or not any more.',
    },
    next: /*i18n*/ {
      id: 'problem.move-not-found.next',
      message:
        'The link may be cut off. Open the newest mail about it, or sign in and look there. If neither helps, ask whoever wrote to you.',
    },
    remedy: 'none',
  }),
  'move-under-way': () => ({
    sentence: /*i18n*/ {
      id: 'problem.move-under-way',
      message: 'Another address is taking the place of this account already.',
    },
    next: loadAgain,
    remedy: 'reload',
  }),
  'move-not-possible': (words) => ({
    sentence: /*i18n*/ {
      id: 'problem.move-not-possible',
      message: 'This account is blocked, or has no address at which it could be told.',
    },
    next: /*i18n*/ {
      id: 'problem.move-not-possible.next',
      message:
        'Nothing was sent. Invite the new address without the old account, and ask an administrator of {organization} to end the old one.',
      values: words,
    },
    remedy: 'none',
  }),
  'move-not-asked': () => ({
    sentence: /*i18n*/ {
      id: 'problem.move-not-asked',
      message: 'Somebody has said meanwhile what follows, or it was stopped.',
    },
    next: loadAgain,
    remedy: 'reload',
  }),
  'move-not-stoppable': (words) => ({
    sentence: /*i18n*/ {
      id: 'problem.move-not-stoppable',
      message: 'The old account is removed already, or ends by another decision.',
    },
    next: /*i18n*/ {
      id: 'problem.move-not-stoppable.next',
      message: 'For 30 days an administrator of {organization} can bring it back. Ask them.',
      values: words,
    },
    remedy: 'none',
  }),
}
