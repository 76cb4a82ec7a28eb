import { AuthError, InteractionRequiredAuthError, ServerError } from '@azure/msal-browser'
import { Failure } from '../failure.ts'

// RFC 6749, section 4.1.2.1 and 5.2: not an answer about this person.
const passing = new Set(['server_error', 'temporarily_unavailable'])

/**
 * What a failed request for a token means here.
 *
 * @param isPair whether the account has had a token of that organization in this session.
 */
export function translateError(error: unknown, isPair: boolean): Failure {
  if (error instanceof Failure) return error
  if (!(error instanceof AuthError)) return new Failure('sign-in-unreachable')

  const trace = { foreignCode: findEntraCode(error) ?? error.errorCode }
  // "invalid_grant" comes as a plain ServerError where Entra gives no reason for interaction.
  const isAnswer =
    error instanceof InteractionRequiredAuthError ||
    (error instanceof ServerError && !passing.has(error.errorCode))
  if (!isAnswer) return new Failure('sign-in-unreachable', trace)
  return new Failure(isPair ? 'sign-in-run-out' : 'sign-in-needed', trace)
}

function findEntraCode({ errorMessage }: AuthError): string | undefined {
  return /\bAADSTS\d+\b/.exec(errorMessage)?.[0]
}
