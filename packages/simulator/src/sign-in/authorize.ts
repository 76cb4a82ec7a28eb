import type { Simulation } from '../simulation.ts'
import type { Account } from '../world/account.ts'
import { findAccountByMail } from '../world/world.ts'
import {
  answerUrl,
  type AuthorizationRequest,
  readAuthorizationRequest,
} from './authorization-request.ts'
import { completeSignIn } from './complete-sign-in.ts'
import type { Outcome } from './outcome.ts'
import { type Session, signedInAt } from './sessions.ts'
import { describe, SignInError, type SignInErrorCode, traceOf } from './sign-in-error.ts'

/** What stands in the address of an authorize request, and who is in the browser. */
export interface Visit {
  readonly tenantName: string
  readonly query: Readonly<Record<string, string | undefined>>
  readonly session: Session | undefined
  readonly isFramed: boolean
}

/**
 * The first look at a request: an answer at once where a session and the request allow it, else
 * the page on which a person chooses an account.
 *
 * `max_age` is ignored: no document of Entra's names it.
 */
export function authorize(simulation: Simulation, visit: Visit): Outcome {
  const request = readAuthorizationRequest(simulation, visit.tenantName, visit.query)
  const { session } = visit
  // Browsers keep the session's cookie from a frame of another site.
  if (visit.isFramed) return refuse(simulation, request, new SignInError(50058))
  const candidates = candidatesOf(simulation, request, session)

  if (request.prompt === 'none') return answerSilently(simulation, request, session, candidates)
  if (request.prompt === 'select_account') return { kind: 'picker', request }

  const hinted = request.loginHint && findAccountByMail(simulation.world, request.loginHint)
  const [only, ...others] = candidates
  const known = others.length === 0 ? only : undefined
  if (request.prompt === 'login') return askAgain(simulation, request, session, known, hinted)
  if (known && session) return completeSignIn(simulation, request, session, known)
  return { kind: 'picker', request, ...(hinted ? { hinted } : {}) }
}

/** Those who are signed in here; only the hinted one where the request hints at somebody. */
function candidatesOf(
  { world, clock }: Simulation,
  { loginHint }: AuthorizationRequest,
  session: Session | undefined,
): Account[] {
  const wanted = loginHint?.toLowerCase()
  return [...(session?.signedInAt.keys() ?? [])]
    .flatMap((accountId) => world.accounts.get(accountId) ?? [])
    .filter((account) => signedInAt(session, account, clock.now()))
    .filter((account) => wanted === undefined || account.mail.toLowerCase() === wanted)
}

/** V-05: a guest's home may send the person back without having asked anything. */
function askAgain(
  simulation: Simulation,
  request: AuthorizationRequest,
  session: Session | undefined,
  known: Account | undefined,
  hinted: Account | '' | undefined,
): Outcome {
  const account = known ?? (hinted || undefined)
  const isAtHome = account?.homeTenantId === request.tenant?.tenantId
  if (simulation.variants.promptLogin === 'returns-at-once' && known && session && !isAtHome) {
    return completeSignIn(simulation, request, session, known, { isNewSignIn: true })
  }
  return { kind: 'picker', request, ...(account ? { hinted: account } : {}) }
}

const asksThePerson: readonly SignInErrorCode[] = [50058, 50076, 65001]

/** Only `prompt=none` has its errors sent back to the client (tokens.md 3; entra-review.md E-10). */
function answerSilently(
  simulation: Simulation,
  request: AuthorizationRequest,
  session: Session | undefined,
  candidates: readonly Account[],
): Outcome {
  const [account, ...others] = candidates
  if (!account || !session) return refuse(simulation, request, new SignInError(50058))
  try {
    if (others.length > 0) {
      throw new SignInError(50058, [], { error: 'interaction_required' })
    }
    const outcome = completeSignIn(simulation, request, session, account)
    if (outcome.kind === 'redirect') return outcome
    if (outcome.kind === 'picker') throw new SignInError(50058)
    if (outcome.kind === 'mfa') throw new SignInError(50076, [request.application.displayName])
    throw new SignInError(65001, [request.application.clientId, request.application.displayName])
  } catch (error) {
    if (!(error instanceof SignInError)) throw error
    // V-09: OpenID Connect promises an answer where a question to the person would help, no more.
    const isQuestion = asksThePerson.includes(error.code)
    if (!isQuestion && simulation.variants.silentErrors === 'page') throw error
    return refuse(simulation, request, error, 'interaction_required')
  }
}

function refuse(
  { clock }: Simulation,
  { answer }: AuthorizationRequest,
  error: SignInError,
  as: string = error.error,
): Outcome {
  const trace = traceOf(clock.now(), undefined)
  return {
    kind: 'redirect',
    url: answerUrl(answer, { error: as, error_description: describe(error, trace) }),
  }
}
