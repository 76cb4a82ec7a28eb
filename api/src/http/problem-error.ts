import type { ProblemCode } from '@foyer/contracts/problem'

/** A failure that a person can tell apart. The cause is for the log and never sent. */
export class ProblemError extends Error {
  override readonly name = 'ProblemError'
  readonly code: ProblemCode
  readonly retryAfterSeconds: number | undefined
  /** What a repeated request brings along after a fresh sign-in. */
  readonly challenge: string | undefined

  constructor(
    code: ProblemCode,
    {
      cause,
      retryAfterSeconds,
      challenge,
    }: { cause?: unknown; retryAfterSeconds?: number; challenge?: string } = {},
  ) {
    super(code, { cause })
    this.code = code
    this.retryAfterSeconds = retryAfterSeconds
    this.challenge = challenge
  }
}
