import { randomUUID } from 'node:crypto'
import { errors } from './error-codes.ts'

export type SignInErrorCode = keyof typeof errors

export class SignInError extends Error {
  readonly code: SignInErrorCode
  /** The OAuth error, where it is not the usual one of this code. */
  readonly error: string
  readonly status: number
  readonly suberror: string | undefined

  constructor(
    code: SignInErrorCode,
    details: readonly string[] = [],
    other: { readonly error?: string; readonly suberror?: string } = {},
  ) {
    const [error, status, text] = errors[code]
    const left = [...details]
    super(text.replaceAll('{}', () => left.shift() ?? ''))
    this.code = code
    this.error = other.error ?? error
    this.status = status
    this.suberror = other.suberror
  }
}

/** What identifies one failure for a help desk. */
export interface Trace {
  readonly traceId: string
  readonly correlationId: string
  /** As Entra writes it: `2016-01-09 02:02:12Z`. */
  readonly timestamp: string
}

export function traceOf(now: Date, correlationId: string | undefined): Trace {
  return {
    traceId: randomUUID(),
    correlationId: correlationId ?? randomUUID(),
    timestamp: now
      .toISOString()
      .replace('T', ' ')
      .replace(/\.\d+Z$/, 'Z'),
  }
}

export function describe(error: SignInError, trace: Trace): string {
  return [
    `AADSTS${error.code}: ${error.message}`,
    `Trace ID: ${trace.traceId}`,
    `Correlation ID: ${trace.correlationId}`,
    `Timestamp: ${trace.timestamp}`,
  ].join('\r\n')
}

/** The body that a token endpoint answers. */
export function errorBody(error: SignInError, trace: Trace, authority: string) {
  return {
    error: error.error,
    error_description: describe(error, trace),
    error_codes: [error.code],
    timestamp: trace.timestamp,
    trace_id: trace.traceId,
    correlation_id: trace.correlationId,
    error_uri: `${authority}/error?code=${error.code}`,
    ...(error.suberror ? { suberror: error.suberror } : {}),
  }
}
