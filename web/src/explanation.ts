import type { MessageDescriptor } from '@lingui/core'

/** What a sentence can name. */
export interface Setting {
  readonly organization: string
  readonly group?: string
  readonly retryAfterSeconds?: number
}

/** The act that a page offers beside the sentence. */
export type Remedy = 'try-again' | 'sign-in' | 'another-account' | 'home' | 'reload' | 'none'

export interface Explanation {
  /** What happened. */
  readonly sentence: MessageDescriptor
  /** What remains to be done, and by whom. */
  readonly next: MessageDescriptor
  readonly remedy: Remedy
}

/** The same, complete, as the sentences take it. */
export type Words = Readonly<Record<'organization' | 'group', string>> & {
  readonly seconds: number
}

export const signInAgain = /*i18n*/ {
  id: 'next.sign-in-again',
  message: 'Sign in again, and you come back to exactly this place.',
}

export const tryAgain = /*i18n*/ {
  id: 'next.try-again',
  message: 'Try again. If it stays so, give the code below to a help desk.',
}

export function waitFor(words: Words): MessageDescriptor {
  return /*i18n*/ {
    id: 'next.wait',
    message:
      '{seconds, plural, =0 {You can try again in a moment.} one {You can try again in one second.} other {You can try again in # seconds.}}',
    values: words,
  }
}
