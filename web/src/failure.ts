import type { ProblemCode } from '@foyer/contracts/problem'

/** What can go wrong on this side of the API; the API's own codes are those of the contract. */
export type FailureCode =
  | ProblemCode
  | 'network-failed'
  | 'timed-out'
  | 'reply-unreadable'
  | 'sign-in-needed'
  | 'sign-in-run-out'
  | 'sign-in-unreachable'

// These say nothing about the person: what was true before is the best that is known.
const passing: ReadonlySet<FailureCode> = new Set([
  'network-failed',
  'timed-out',
  'reply-unreadable',
  'sign-in-unreachable',
  'keys-unavailable',
  'too-many-requests',
  'internal-error',
  'directory-busy',
  'directory-failed',
  'directory-refused',
  'directory-timeout',
  'store-unavailable',
])

// After these nobody here knows whether what was asked for was accepted.
const uncertain: ReadonlySet<FailureCode> = new Set([
  'network-failed',
  'timed-out',
  'reply-unreadable',
  'internal-error',
  'store-unavailable',
])

interface Trace {
  /** The request as the API's log names it. */
  readonly requestId?: string
  readonly retryAfterSeconds?: number
  /** With `sign-in-too-old`: what the repeated request carries. */
  readonly challenge?: string
  /** With `sign-in-too-old`: the authentication context that the sign-in has to meet. */
  readonly context?: string
  /** What Microsoft calls it, for a help desk. */
  readonly foreignCode?: string
}

/** A failure that a person is told about; anything else that is thrown is a fault of this page. */
export class Failure extends Error {
  override readonly name = 'Failure'
  readonly code: FailureCode
  readonly trace: Trace

  constructor(code: FailureCode, trace: Trace = {}) {
    super(code)
    this.code = code
    this.trace = trace
  }

  get isPassing(): boolean {
    return passing.has(this.code)
  }

  /** Whether an act that was sent may go on all the same. */
  get isUncertain(): boolean {
    return uncertain.has(this.code)
  }
}

/** What a tab keeps of a failure, over a reload. */
export interface KeptFailure {
  readonly code: FailureCode
  readonly retryAfterSeconds?: number
}

export function keepFailure({ code, trace: { retryAfterSeconds } }: Failure): KeptFailure {
  return { code, ...(retryAfterSeconds === undefined ? {} : { retryAfterSeconds }) }
}

/** An outcome that can be waited for without a catch. */
export type Answer<T> = { readonly value: T } | { readonly failure: Failure }

/** Turns a failure into an answer; a fault stays a rejection. */
export async function settle<T>(work: Promise<T>): Promise<Answer<T>> {
  try {
    return { value: await work }
  } catch (error) {
    if (error instanceof Failure) return { failure: error }
    throw error
  }
}
