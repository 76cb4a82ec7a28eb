import type { ProblemCode } from '@foyer/contracts/problem'

/** A failure that a person can tell apart. The cause is for the log and never sent. */
export class ProblemError extends Error {
  override readonly name = 'ProblemError'
  readonly code: ProblemCode
  readonly retryAfterSeconds: number | undefined
  /** What a repeated request brings along after a fresh sign-in. */
  readonly challenge: string | undefined
  /** The authentication context that the sign-in has to meet. */
  readonly context: string | undefined

  constructor(
    code: ProblemCode,
    {
      cause,
      retryAfterSeconds,
      challenge,
      context,
    }: {
      cause?: unknown
      retryAfterSeconds?: number
      challenge?: string
      context?: string
    } = {},
  ) {
    super(code, { cause })
    this.code = code
    this.retryAfterSeconds = retryAfterSeconds
    this.challenge = challenge
    this.context = context
  }
}
