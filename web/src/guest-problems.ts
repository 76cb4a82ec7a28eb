import type { Explanation, Words } from './explanation.ts'
import { loadAgain } from './next-steps.ts'

type GuestProblem =
  | 'guest-not-found'
  | 'bulk-not-found'
  | 'policy-not-in-force'
  | 'exception-too-long'
  | 'ending-under-way'
  | 'ending-not-possible'
  | 'ending-not-stoppable'
  | 'ending-not-asked'
  | 'too-many-endings'
  | 'doubt-not-asked'
  | 'doubt-not-possible'
  | 'stay-asked-already'
  | 'stay-not-asked'
  | 'end-decided-elsewhere'
  | 'end-in-the-past'
  | 'end-not-later'
  | 'end-over-the-cap'

/** What is told where nothing was decided about a guest. */
export const guestExplanations: Record<GuestProblem, (words: Words) => Explanation> = {
  'guest-not-found': (words) => ({
    sentence: /*i18n*/ {
      id: 'problem.guest-not-found',
      message: 'You do not vouch for this guest at {organization}.',
      values: words,
    },
    next: loadAgain,
    remedy: 'reload',
  }),
  'exception-too-long': () => ({
    sentence: /*i18n*/ {
      id: 'problem.exception-too-long',
      message: 'An exception ends within a year.',
    },
    next: /*i18n*/ {
      id: 'problem.exception-too-long.next',
      message: 'Choose another day, within a year. Whoever needs it for longer decides it again.',
    },
    remedy: 'none',
  }),
  'bulk-not-found': (words) => ({
    sentence: /*i18n*/ {
      id: 'problem.bulk-not-found',
      message: 'You have extended nobody at {organization} by this address.',
      values: words,
    },
    next: /*i18n*/ {
      id: 'problem.bulk-not-found.next',
      message:
        'Only whoever extended many guests at once sees how it went, and for 30 days. Each guest’s page says until when they stay.',
    },
    remedy: 'home',
  }),
  'ending-under-way': () => ({
    sentence: /*i18n*/ {
      id: 'problem.ending-under-way',
      message: 'Somebody else is ending this access already.',
    },
    next: loadAgain,
    remedy: 'reload',
  }),
  'ending-not-possible': (words) => ({
    sentence: /*i18n*/ {
      id: 'problem.ending-not-possible',
      message: '{organization} does not let Foyer block or remove anybody.',
      values: words,
    },
    next: /*i18n*/ {
      id: 'problem.ending-not-possible.next',
      message: 'Ask an administrator of {organization} to do it in the directory.',
      values: words,
    },
    remedy: 'none',
  }),
  'ending-not-stoppable': (words) => ({
    sentence: /*i18n*/ {
      id: 'problem.ending-not-stoppable',
      message: 'This guest is removed already.',
    },
    next: /*i18n*/ {
      id: 'problem.ending-not-stoppable.next',
      message: 'For 30 days an administrator of {organization} can bring them back.',
      values: words,
    },
    remedy: 'none',
  }),
  'ending-not-asked': () => ({
    sentence: /*i18n*/ {
      id: 'problem.ending-not-asked',
      message: 'Nobody waits for this answer any more: it was given, or taken back.',
    },
    next: loadAgain,
    remedy: 'reload',
  }),
  'too-many-endings': (words) => ({
    sentence: /*i18n*/ {
      id: 'problem.too-many-endings',
      message: 'So many accesses to {organization} were ended today that Foyer asks why.',
      values: words,
    },
    next: /*i18n*/ {
      id: 'problem.too-many-endings.next',
      message: 'Say why this one cannot wait when you end it. It is written down with your name.',
    },
    remedy: 'none',
  }),
  'doubt-not-asked': (words) => ({
    sentence: /*i18n*/ {
      id: 'problem.doubt-not-asked',
      message:
        'Nobody at {organization} asks this any more: it was answered, decided or taken back.',
      values: words,
    },
    next: loadAgain,
    remedy: 'reload',
  }),
  'doubt-not-possible': (words) => ({
    sentence: /*i18n*/ {
      id: 'problem.doubt-not-possible',
      message: 'This guest cannot be asked: they cannot sign in at {organization}.',
      values: words,
    },
    next: /*i18n*/ {
      id: 'problem.doubt-not-possible.next',
      message:
        'Decide without their answer, or ask an administrator of {organization} to let them sign in.',
      values: words,
    },
    remedy: 'none',
  }),
  'stay-asked-already': (words) => ({
    sentence: /*i18n*/ {
      id: 'problem.stay-asked-already',
      message: 'You have asked {organization} already, and wait for an answer.',
      values: words,
    },
    next: loadAgain,
    remedy: 'reload',
  }),
  'stay-not-asked': () => ({
    sentence: /*i18n*/ {
      id: 'problem.return-not-asked',
      message: 'Somebody else has answered already.',
    },
    next: loadAgain,
    remedy: 'reload',
  }),
  'policy-not-in-force': (words) => ({
    sentence: /*i18n*/ {
      id: 'problem.policy-not-in-force',
      message: '{organization} has not decided yet how long guests may stay.',
      values: words,
    },
    next: /*i18n*/ {
      id: 'problem.policy-not-in-force.next',
      message:
        'Ask an operator of {organization} to save the lifecycle policy. Until then nobody’s access ends by Foyer.',
      values: words,
    },
    remedy: 'none',
  }),
  'end-decided-elsewhere': (words) => ({
    sentence: /*i18n*/ {
      id: 'problem.end-decided-elsewhere',
      message:
        'When this access ends is not decided in Foyer: another system of {organization} does that.',
      values: words,
    },
    next: loadAgain,
    remedy: 'reload',
  }),
  'end-in-the-past': () => ({
    sentence: /*i18n*/ { id: 'problem.end-in-the-past', message: 'This day is over.' },
    next: anotherDay,
    remedy: 'none',
  }),
  'end-not-later': () => ({
    sentence: /*i18n*/ {
      id: 'problem.end-not-later',
      message: 'The access lasts until this day already, or longer.',
    },
    next: anotherDay,
    remedy: 'none',
  }),
  'end-over-the-cap': (words) => ({
    sentence: /*i18n*/ {
      id: 'problem.end-over-the-cap',
      message: '{organization} does not allow so long.',
      values: words,
    },
    next: anotherDay,
    remedy: 'none',
  }),
}

const anotherDay = /*i18n*/ {
  id: 'problem.end.another-day',
  message: 'Choose another day: the page says until when it may be.',
}
