import type { Explanation, Words } from './explanation.ts'
import { tryAgain, waitFor } from './next-steps.ts'

type DirectoryProblem =
  'directory-busy' | 'directory-timeout' | 'directory-failed' | 'directory-refused'

/** What is told where an organization's directory is in trouble, or refuses. */
export const directoryExplanations: Record<DirectoryProblem, (words: Words) => Explanation> = {
  'directory-busy': (words) => ({
    sentence: /*i18n*/ {
      id: 'problem.directory-busy',
      message: 'The directory of {organization} is too busy to answer.',
      values: words,
    },
    next: waitFor(words),
    remedy: 'try-again',
  }),
  'directory-timeout': (words) => ({
    sentence: /*i18n*/ {
      id: 'problem.directory-timeout',
      message: 'The directory of {organization} did not answer in time.',
      values: words,
    },
    next: tryAgain,
    remedy: 'try-again',
  }),
  'directory-failed': (words) => ({
    sentence: /*i18n*/ {
      id: 'problem.directory-failed',
      message: 'The directory of {organization} gave an answer that Foyer cannot use.',
      values: words,
    },
    next: tryAgain,
    remedy: 'try-again',
  }),
  'directory-refused': (words) => ({
    sentence: /*i18n*/ {
      id: 'problem.directory-refused',
      message: 'The directory of {organization} does not let Foyer do this.',
      values: words,
    },
    next: /*i18n*/ {
      id: 'problem.directory-refused.next',
      message: 'Only the help desk of {organization} can change that. Give them the code below.',
      values: words,
    },
    remedy: 'none',
  }),
}
