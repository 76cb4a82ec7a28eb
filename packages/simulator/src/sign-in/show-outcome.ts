import type { FastifyReply, FastifyRequest } from 'fastify'
import { pageHeaders } from '../pages/page.ts'
import { redemptionFailedPage } from '../pages/redemption-pages.ts'
import { signInErrorPage, signInPage } from '../pages/sign-in-pages.ts'
import type { Simulation } from '../simulation.ts'
import type { Errand, Outcome } from './outcome.ts'
import { RedemptionFailed } from './redemption.ts'
import type { Session } from './sessions.ts'
import { SignInError, traceOf } from './sign-in-error.ts'

interface Shown<Request extends Errand> {
  /** Where the forms of a page are sent. */
  readonly action: string
  /** Where the last of them leads. */
  readonly leadsTo: (request: Request) => string
  readonly work: () => Outcome<Request>
}

/** Shows a page, or sends the browser on; errors are pages that do not lead back (E-10). */
export function showOutcome<Request extends Errand>(
  simulation: Simulation,
  request: FastifyRequest,
  reply: FastifyReply,
  { action, leadsTo, work }: Shown<Request>,
): FastifyReply {
  const now = simulation.clock.now()
  try {
    const outcome = work()
    if (outcome.kind === 'redirect') return reply.redirect(outcome.url)
    const target = new URL(leadsTo(outcome.request)).origin
    const session = sessionOf(simulation, request)
    return reply.headers(pageHeaders([target])).send(signInPage(outcome, { action, session, now }))
  } catch (error) {
    const trace = traceOf(now, correlationIdOf(request))
    const page = reply.code(400).headers(pageHeaders())
    if (error instanceof SignInError) return page.send(signInErrorPage(error, trace))
    if (error instanceof RedemptionFailed) return page.send(redemptionFailedPage(trace))
    throw error
  }
}

export function sessionOf({ sessions }: Simulation, request: FastifyRequest): Session | undefined {
  return sessions.find(request.headers.cookie)
}

export function queryStringOf({ url }: FastifyRequest): string {
  return url.split('?').slice(1).join('?')
}

export function formOf({ body }: FastifyRequest): Record<string, string> {
  const entries = Object.entries((body ?? {}) as Record<string, unknown>)
  return Object.fromEntries(
    entries.filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
  )
}

export function correlationIdOf({ headers, query }: FastifyRequest): string | undefined {
  const named =
    headers['client-request-id'] ?? (query as Record<string, unknown>)['client-request-id']
  return typeof named === 'string' && named ? named : undefined
}
