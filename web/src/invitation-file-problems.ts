import type { Explanation, Words } from './explanation.ts'

type InvitationFileProblem =
  | 'invitation-file-not-found'
  | 'invitation-file-not-readable'
  | 'invitation-file-differs'
  | 'too-many-file-rows'

/** What is told where nobody is invited by a file. */
export const invitationFileExplanations: Record<
  InvitationFileProblem,
  (words: Words) => Explanation
> = {
  'invitation-file-not-found': (words) => ({
    sentence: /*i18n*/ {
      id: 'problem.invitation-file-not-found',
      message: 'Nobody is invited to {organization} by a file at this address.',
      values: words,
    },
    next: /*i18n*/ {
      id: 'problem.invitation-file-not-found.next',
      message:
        'How a file went is kept for 30 days. The invitations themselves are in the list of all invitations.',
    },
    remedy: 'home',
  }),
  'invitation-file-not-readable': () => ({
    sentence: /*i18n*/ {
      id: 'problem.invitation-file-not-readable',
      message: 'This file cannot be read. Nothing was sent.',
    },
    next: /*i18n*/ {
      id: 'problem.invitation-file-not-readable.next',
      message: 'Have it checked once more: the check says in which line, and why.',
    },
    remedy: 'try-again',
  }),
  'invitation-file-differs': () => ({
    sentence: /*i18n*/ {
      id: 'problem.invitation-file-differs',
      message:
        'This is not what was checked: the file, or what it would do, is another one by now.',
    },
    next: /*i18n*/ {
      id: 'problem.invitation-file-differs.next',
      message: 'Nothing was sent. Have it checked once more, and look what is different.',
    },
    remedy: 'try-again',
  }),
  'too-many-file-rows': (words) => ({
    sentence: /*i18n*/ {
      id: 'problem.too-many-file-rows',
      message: 'The operators of {organization} have sent as many rows of files today as they may.',
      values: words,
    },
    next: /*i18n*/ {
      id: 'problem.too-many-file-rows.next',
      message: 'Nothing was sent. Choose another, shorter file, or go on tomorrow.',
    },
    remedy: 'none',
  }),
}
