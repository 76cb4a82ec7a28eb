import type { MessageDescriptor } from '@lingui/core'
import type { Words } from './explanation.ts'

/** What a person does next, in sentences that several problems share. */
export const tryAgain = /*i18n*/ {
  id: 'next.try-again',
  message: 'Try again. If it stays so, give the code below to a help desk.',
}

export const loadAgain = /*i18n*/ {
  id: 'problem.load-again',
  message: 'Load this page again: it tells how it stands now.',
}

export function waitFor(words: Words): MessageDescriptor {
  return /*i18n*/ {
    id: 'next.wait',
    message:
      '{seconds, plural, =0 {You can try again in a moment.} one {You can try again in one second.} other {You can try again in # seconds.}}',
    values: words,
  }
}
