/** How asking a directory can fail, in our words. */
export type DirectoryFailure =
  'directory-refused' | 'directory-failed' | 'directory-busy' | 'directory-timeout'

/** What helps to find the cause. Never a token, a name, an address or a URL. */
export interface DirectoryErrorFacts {
  readonly operation?: string
  readonly status?: number
  /** The directory's own code, as `Authorization_RequestDenied` or `AADSTS700016`. */
  readonly reason?: string
  /** With this the organization finds the request in its own logs. */
  readonly directoryRequestId?: string
  readonly retryAfterSeconds?: number
}

export class DirectoryError extends Error {
  override readonly name = 'DirectoryError'
  readonly code: DirectoryFailure
  readonly facts: DirectoryErrorFacts

  constructor(code: DirectoryFailure, facts: DirectoryErrorFacts = {}) {
    super([code, facts.operation, facts.status, facts.reason].filter(Boolean).join(' '))
    this.code = code
    this.facts = facts
  }
}

/** The same error, saying which of our operations met it. */
export function errorIn(operation: string, { code, facts }: DirectoryError): DirectoryError {
  return new DirectoryError(code, { ...facts, operation })
}

/** A foreign code as far as it can be logged: a word, never a sentence. */
export function codeWord(value: unknown): { reason?: string } {
  return typeof value === 'string' && /^[\w.]{1,64}$/.test(value) ? { reason: value } : {}
}
