import type { Explanation, Words } from './explanation.ts'
import { loadAgain } from './next-steps.ts'

type ExitProblem =
  | 'code-refused'
  | 'code-ended'
  | 'too-many-codes'
  | 'exit-request-not-found'
  | 'exit-not-open'
  | 'exit-not-possible'

/** What is told where somebody is not helped out, whoever asks for it or answers. */
export const exitExplanations: Record<ExitProblem, (words: Words) => Explanation> = {
  'code-refused': () => ({
    sentence: /*i18n*/ {
      id: 'problem.code-refused',
      message: 'This is not the code that was sent last.',
    },
    next: /*i18n*/ {
      id: 'problem.code-refused.next',
      message: 'Type the six digits from the newest mail. After five tries the code ends.',
    },
    remedy: 'none',
  }),
  'code-ended': () => ({
    sentence: /*i18n*/ {
      id: 'problem.code-ended',
      message: 'The code does not count any more.',
    },
    next: /*i18n*/ {
      id: 'problem.code-ended.next',
      message: 'Each one counts for 10 minutes and five tries. Ask for a new one.',
    },
    remedy: 'none',
  }),
  'too-many-codes': (words) => ({
    sentence: /*i18n*/ {
      id: 'problem.too-many-codes',
      message: 'Too many codes were asked for today.',
    },
    next: /*i18n*/ {
      id: 'problem.too-many-codes.next',
      message: 'Ask again tomorrow. If it cannot wait, write to {organization} itself.',
      values: words,
    },
    remedy: 'none',
  }),
  'exit-request-not-found': () => ({
    sentence: /*i18n*/ {
      id: 'problem.exit-request-not-found',
      message: 'There is no request at this address.',
    },
    next: /*i18n*/ {
      id: 'problem.exit-request-not-found.next',
      message:
        'Part of the address was lost on the way, or its time is over. Use the link in the mail that you were sent.',
    },
    remedy: 'home',
  }),
  'exit-not-open': () => ({
    sentence: /*i18n*/ {
      id: 'problem.exit-not-open',
      message: 'Nobody waits for this answer any more.',
    },
    next: loadAgain,
    remedy: 'reload',
  }),
  'exit-not-possible': (words) => ({
    sentence: /*i18n*/ {
      id: 'problem.exit-not-possible',
      message: 'Foyer cannot end this access at {organization}.',
      values: words,
    },
    next: /*i18n*/ {
      id: 'problem.exit-not-possible.next',
      message: 'Ask the help desk of {organization}, which can do it in the directory itself.',
      values: words,
    },
    remedy: 'none',
  }),
}
