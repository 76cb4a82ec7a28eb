import type { Simulation } from '../simulation.ts'
import {
  answerUrl,
  type AuthorizationRequest,
  readAuthorizationRequest,
} from './authorization-request.ts'
import type { Visit } from './authorize.ts'
import { completeSignIn } from './complete-sign-in.ts'
import type { Outcome } from './outcome.ts'
import { type Form, recognize } from './recognize.ts'
import type { Session } from './sessions.ts'
import { describe, SignInError, traceOf } from './sign-in-error.ts'

/** What a person did on one of the sign-in pages. */
export function logIn(
  simulation: Simulation,
  visit: Visit & { readonly session: Session },
  form: Form,
): Outcome {
  const request = readAuthorizationRequest(simulation, visit.tenantName, visit.query)
  if (form['decline'] !== undefined) return decline(simulation, request)
  const found = recognize(simulation, visit.session, request, form, request.prompt === 'login')
  if ('kind' in found) return found
  return completeSignIn(simulation, request, visit.session, found.account, {
    isNewSignIn: found.isNewSignIn,
    hasAccepted: form['accept'] !== undefined,
    hasAcceptedTerms: form['terms'] !== undefined,
  })
}

/** Who does not consent is the one case besides silence that goes back to the client. */
function decline({ clock }: Simulation, { answer }: AuthorizationRequest): Outcome {
  const error = new SignInError(65004)
  const description = describe(error, traceOf(clock.now(), undefined))
  return {
    kind: 'redirect',
    url: answerUrl(answer, { error: error.error, error_description: description }),
  }
}
