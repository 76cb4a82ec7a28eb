import { Type } from 'typebox'
import { Check } from 'typebox/value'
import { codeWord, DirectoryError } from './directory-error.ts'
import type { GraphAnswer } from './graph-transport.ts'
import { retryAfterMs, Unanswered } from './retry.ts'

const ErrorBody = Type.Object({
  error: Type.Object({ code: Type.String(), message: Type.Optional(Type.String()) }),
})

/** Whether the same question may have another answer later. */
export function troubleOf(answer: GraphAnswer): Unanswered | undefined {
  if (answer.status !== 429 && answer.status < 500) return undefined
  return new Unanswered(failureOf(answer), retryAfterMs(answer.headers.get('retry-after')))
}

/** What an answer that is no success means in our words. */
export function failureOf(answer: GraphAnswer): DirectoryError {
  const { status, headers } = answer
  const waitMs = retryAfterMs(headers.get('retry-after'))
  const code =
    status === 429 || (status === 503 && waitMs !== undefined)
      ? 'directory-busy'
      : status === 401 || status === 403
        ? 'directory-refused'
        : 'directory-failed'
  const requestId = headers.get('request-id')
  return new DirectoryError(code, {
    status,
    ...(Check(ErrorBody, answer.body) ? codeWord(answer.body.error.code) : {}),
    ...(requestId && /^[\w-]{1,64}$/.test(requestId) ? { directoryRequestId: requestId } : {}),
    ...(waitMs === undefined ? {} : { retryAfterSeconds: Math.ceil(waitMs / 1000) }),
  })
}

/** Graph says it in two ways, and only its sentence tells the second from a malformed request. */
export function isAlreadyRemoved({ status, body }: GraphAnswer): boolean {
  if (status === 404) return true
  return (
    status === 400 &&
    Check(ErrorBody, body) &&
    (body.error.message ?? '').includes('removed object references do not exist')
  )
}

/** Microsoft Graph, "Add sponsors": adding one who is one. */
export function isAlreadyAdded({ status, body }: GraphAnswer): boolean {
  return (
    status === 400 &&
    Check(ErrorBody, body) &&
    (body.error.message ?? '').includes('added object references already exist')
  )
}

/** Somebody has the same name or address: of a restore no document has the words. */
export function isConflict({ status, body }: GraphAnswer): boolean {
  if (status === 409) return true
  return (
    status === 400 &&
    Check(ErrorBody, body) &&
    (body.error.message ?? '').startsWith('Another object with the same value')
  )
}

/** Of setting a redemption back (msgraph-beta-sdk-dotnet#394): the guest does not have the address. */
export function isUnknownAddress({ status, body }: GraphAnswer): boolean {
  return (
    status === 400 &&
    Check(ErrorBody, body) &&
    /match any emails on the user object/.test(body.error.message ?? '')
  )
}

/** Microsoft Graph, "Use delta query", synchronization reset: 410, or another 4xx with its code. */
export function isExpiredCursor({ status, body }: GraphAnswer): boolean {
  if (status === 410) return true
  if (status < 400 || status >= 500 || !Check(ErrorBody, body)) return false
  return /^(syncStateNotFound|resyncRequired|syncStateInvalid)$/i.test(body.error.code)
}
