import type { Explanation, Words } from './explanation.ts'
import { loadAgain } from './next-steps.ts'

type SuccessionProblem =
  | 'succession-under-way'
  | 'succession-not-asked'
  | 'succession-not-possible'
  | 'successor-not-possible'

/** What is told where nobody else vouches for a guest by it. */
export const successionExplanations: Record<SuccessionProblem, (words: Words) => Explanation> = {
  'succession-under-way': () => ({
    sentence: /*i18n*/ {
      id: 'problem.succession-under-way',
      message: 'Somebody is being asked already who vouches next.',
    },
    next: loadAgain,
    remedy: 'reload',
  }),
  'succession-not-asked': () => ({
    sentence: /*i18n*/ {
      id: 'problem.succession-not-asked',
      message: 'You are not asked this any more.',
    },
    next: /*i18n*/ {
      id: 'problem.succession-not-asked.next',
      message: 'Somebody else was quicker, or the question was taken back. You need do nothing.',
    },
    remedy: 'reload',
  }),
  'succession-not-possible': (words) => ({
    sentence: /*i18n*/ {
      id: 'problem.succession-not-possible',
      message: 'Foyer cannot change who vouches for guests at {organization}.',
      values: words,
    },
    next: /*i18n*/ {
      id: 'problem.succession-not-possible.next',
      message: 'Ask an administrator: they can, in the directory.',
    },
    remedy: 'none',
  }),
  'successor-not-possible': (words) => ({
    sentence: /*i18n*/ {
      id: 'problem.successor-not-possible',
      message: 'Nobody of this address can vouch for guests of {organization}.',
      values: words,
    },
    next: /*i18n*/ {
      id: 'problem.successor-not-possible.next',
      message:
        'Choose another colleague, by a work address with which they can sign in. Guests, and you yourself, cannot take over.',
    },
    remedy: 'none',
  }),
}
