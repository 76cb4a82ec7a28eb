import type { ProblemCode } from '@foyer/contracts/problem'

/** A failure that a person can tell apart. The cause is for the log and never sent. */
export class ProblemError extends Error {
  override readonly name = 'ProblemError'
  readonly code: ProblemCode
  readonly retryAfterSeconds: number | undefined

  constructor(
    code: ProblemCode,
    { cause, retryAfterSeconds }: { cause?: unknown; retryAfterSeconds?: number } = {},
  ) {
    super(code, { cause })
    this.code = code
    this.retryAfterSeconds = retryAfterSeconds
  }
}
