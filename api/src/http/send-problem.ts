import { type Problem, problems } from '@foyer/contracts/problem'
import { freshForSeconds } from '@foyer/lifecycle/freshness'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { problemOf } from './problem-of.ts'
import type { ProblemError } from './problem-error.ts'

/** RFC 9457. Nothing of the cause is in it. */
export function problemDetails(
  { code, retryAfterSeconds, challenge, context }: ProblemError,
  requestId: string,
): Problem {
  const { status, title } = problems[code]
  return {
    type: 'about:blank',
    title,
    status,
    code,
    requestId,
    ...(challenge === undefined ? {} : { challenge }),
    ...(context === undefined ? {} : { context }),
    ...(retryAfterSeconds === undefined ? {} : { retryAfterSeconds }),
  }
}

/** RFC 6750, 3.1 says no more than the error; RFC 9470, 3 also how old a sign-in may be, and by what. */
function challengeOf({ code, context }: ProblemError): string {
  if (code !== 'sign-in-too-old') return 'Bearer error="invalid_token"'
  const acr = context === undefined ? '' : `, acr_values="${context}"`
  return `Bearer error="insufficient_user_authentication", max_age=${freshForSeconds}${acr}`
}

/** The one place where errors become HTTP. */
export function sendProblem(
  error: unknown,
  request: FastifyRequest,
  reply: FastifyReply,
): FastifyReply {
  const problem = problemOf(error, request.routeOptions?.config?.operation)
  const details = problemDetails(problem, request.id)
  const entry = { code: problem.code, err: problem.cause }
  if (problem.code === 'internal-error') request.log.error(entry, 'failed')
  else if (details.status >= 500) request.log.warn(entry, 'could not be done')
  else if (details.status === 401) request.log.info(entry, 'token not accepted')
  if (problem.retryAfterSeconds !== undefined) {
    reply.header('retry-after', String(problem.retryAfterSeconds))
  }
  // RFC 9110, 15.5.2: a 401 names the scheme and, by RFC 6750 or 9470, the error.
  if (details.status === 401) reply.header('www-authenticate', challengeOf(problem))
  return reply
    .code(details.status)
    .header('content-type', 'application/problem+json; charset=utf-8')
    .send(JSON.stringify(details))
}
