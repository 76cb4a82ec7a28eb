import type { INetworkModule, NetworkRequestOptions, NetworkResponse } from '@azure/msal-node'
import { startDeadline } from './deadline.ts'
import { DirectoryError } from './directory-error.ts'
import { retry, retryAfterMs, Unanswered } from './retry.ts'

const deadlineMs = 5_000
/** Everybody who asks for the same token waits for one request: one that hangs is given up. */
const attemptMs = 2_000

/** How MSAL reaches the sign-in service. */
export interface TokenEndpoint {
  readonly network: INetworkModule
  /**
   * Has MSAL ask until it is answered, each time from the beginning: a statement that was heard counts
   * as used, also where its answer did not come back (RFC 7523, 3, "jti").
   *
   * @throws {DirectoryError} where no answer came; whatever MSAL throws for the answer that did.
   */
  ask<T>(question: () => Promise<T>): Promise<T>
}

/**
 * A request that fails on the way ends in an error here and never reaches MSAL as an answer: for
 * an answer of 5xx MSAL would refuse every further request for a minute.
 */
export function createTokenEndpoint(): TokenEndpoint {
  let deadline = startDeadline(deadlineMs)
  /** What became of the last request, of which MSAL itself keeps only that there was no answer. */
  let failure: DirectoryError | Unanswered | undefined
  const lastFailure = () => failure

  async function send<T>(
    method: 'GET' | 'POST',
    url: string,
    options?: NetworkRequestOptions,
  ): Promise<NetworkResponse<T>> {
    const signal = AbortSignal.any([deadline.signal, AbortSignal.timeout(attemptMs)])
    const init: RequestInit = { method, redirect: 'error', signal }
    if (options?.headers) init.headers = options.headers
    if (options?.body !== undefined) init.body = options.body
    const answer = await attempt<T>(url, init, deadline.signal)
    if (!(answer instanceof DirectoryError) && !(answer instanceof Unanswered)) return answer
    failure = answer
    throw answer instanceof Unanswered ? answer.error : answer
  }

  return {
    network: {
      sendGetRequestAsync: async (url, options) => send('GET', url, options),
      sendPostRequestAsync: async (url, options) => send('POST', url, options),
    },
    async ask<T>(question: () => Promise<T>): Promise<T> {
      deadline = startDeadline(deadlineMs)
      return retry(deadline, async () => {
        failure = undefined
        try {
          return await question()
        } catch (error) {
          const last = lastFailure()
          if (last instanceof Unanswered) return last
          throw last ?? error
        }
      })
    },
  }
}

async function attempt<T>(
  url: string,
  init: RequestInit,
  signal: AbortSignal,
): Promise<NetworkResponse<T> | Unanswered | DirectoryError> {
  try {
    const response = await fetch(url, init)
    const { status } = response
    const waitMs = retryAfterMs(response.headers.get('retry-after'))
    if (status === 429 || status >= 500) {
      await response.body?.cancel()
      const code = status === 429 ? 'directory-busy' : 'directory-failed'
      const wait = waitMs === undefined ? {} : { retryAfterSeconds: Math.ceil(waitMs / 1000) }
      return new Unanswered(new DirectoryError(code, { status, reason: 'token', ...wait }), waitMs)
    }
    const body = (await response.json()) as T
    return { status, body, headers: Object.fromEntries(response.headers) }
  } catch {
    if (signal.aborted) return new DirectoryError('directory-timeout', { reason: 'token' })
    return new Unanswered(new DirectoryError('directory-failed', { reason: 'token' }))
  }
}
