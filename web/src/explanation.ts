import type { MessageDescriptor } from '@lingui/core'

/** The act that a page offers beside the sentence. */
export type Remedy = 'try-again' | 'sign-in' | 'another-account' | 'home' | 'reload' | 'none'

/** What a person is told about a failure. */
export interface Explanation {
  /** What happened. */
  readonly sentence: MessageDescriptor
  /** What remains to be done, and by whom. */
  readonly next: MessageDescriptor
  readonly remedy: Remedy
}

/** What the sentences can name. */
export type Words = Readonly<Record<'organization' | 'group', string>> & {
  readonly seconds: number
}
