import { problemsOf } from '@foyer/contracts/every-operation'
import type { Operation } from '@foyer/contracts/operation'
import { DirectoryError } from '@foyer/directory/directory-error'
import { KeysUnavailable } from '../token/key-cache.ts'
import { TokenRefusal } from '../token/token-refusal.ts'
import { StoreError } from '../store/store-error.ts'
import { ProblemError } from './problem-error.ts'

/**
 * What to tell whoever called, of any error at all. A code that the operation's contract does not
 * name becomes `internal-error`: nothing is sent that the other side was not told to expect.
 */
export function problemOf(error: unknown, operation: Operation | undefined): ProblemError {
  const problem = translate(error, operation)
  return !operation || problemsOf(operation).includes(problem.code)
    ? problem
    : new ProblemError('internal-error', { cause: error })
}

function translate(error: unknown, operation: Operation | undefined): ProblemError {
  if (error instanceof ProblemError) return error
  if (error instanceof TokenRefusal) {
    const code = error.reason === 'expired' ? 'token-expired' : 'token-refused'
    return new ProblemError(code, { cause: error })
  }
  if (error instanceof KeysUnavailable) {
    const { retryAfterSeconds } = error
    return new ProblemError('keys-unavailable', { cause: error, retryAfterSeconds })
  }
  if (error instanceof StoreError) {
    return new ProblemError('store-unavailable', { cause: error, retryAfterSeconds: 5 })
  }
  if (error instanceof DirectoryError) {
    const { retryAfterSeconds } = error.facts
    return new ProblemError(error.code, {
      cause: error,
      ...(error.code === 'directory-busy' ? { retryAfterSeconds: retryAfterSeconds ?? 1 } : {}),
    })
  }
  return translateFastify(error, operation)
}

/** The few errors that Fastify itself raises while it reads a request. */
function translateFastify(error: unknown, operation: Operation | undefined): ProblemError {
  const { code, statusCode } = error as { code?: unknown; statusCode?: unknown }
  const takesBody = !operation || operation.body !== undefined
  if (takesBody && code === 'FST_ERR_CTP_BODY_TOO_LARGE') {
    return new ProblemError('body-too-large', { cause: error })
  }
  if (takesBody && code === 'FST_ERR_CTP_INVALID_MEDIA_TYPE') {
    return new ProblemError('unsupported-media-type', { cause: error })
  }
  const isOfRequest = typeof code === 'string' && /^FST_ERR_(CTP|VALIDATION|BAD_URL)/.test(code)
  const isMalformed = typeof statusCode === 'number' && statusCode >= 400 && statusCode < 500
  return new ProblemError(isOfRequest || isMalformed ? 'invalid-request' : 'internal-error', {
    cause: error,
  })
}
