import type { KeptSignIn } from './sign-ins.ts'

/** What came of a question. */
export type Reading = { readonly found: string } | { readonly notFoundOut: string }

/** How far one question has come: what each of its steps gave, in order. */
export interface QuestionProgress {
  steps: Record<string, unknown>
  reading?: Reading
  /** Why what it changed could not be taken back. */
  leftBehind?: string
}

/**
 * Everything that a later run goes on from, as JSON. It holds tokens of test guests until the last
 * question has been answered.
 */
export interface ProbeProgress {
  readonly version: 1
  questions: Record<string, QuestionProgress>
  signIns: Record<string, KeptSignIn>
}

export function beginProgress(): ProbeProgress {
  return { version: 1, questions: {}, signIns: {} }
}
