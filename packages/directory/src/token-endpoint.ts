import { AsyncLocalStorage } from 'node:async_hooks'
import type { INetworkModule, NetworkRequestOptions, NetworkResponse } from '@azure/msal-node'
import { type Deadline, startDeadline } from './deadline.ts'
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

interface Try {
  readonly deadline: Deadline
  /** Why its request found no answer; MSAL itself keeps only that there was none. */
  failure: DirectoryError | Unanswered | undefined
}

/**
 * A request that fails on the way ends in an error here and never reaches MSAL as an answer: for
 * an answer of 5xx MSAL would refuse every further request for a minute.
 */
export function createTokenEndpoint(): TokenEndpoint {
  // A second question may begin before the first is answered: each has a time and an outcome of its own.
  const underWay = new AsyncLocalStorage<Try>()

  async function send<T>(
    method: 'GET' | 'POST',
    url: string,
    options?: NetworkRequestOptions,
  ): Promise<NetworkResponse<T>> {
    const here = underWay.getStore()
    if (!here) throw new Error('a request to the sign-in service that nobody has asked for')
    const { deadline } = here
    const signal = AbortSignal.any([deadline.signal, AbortSignal.timeout(attemptMs)])
    const init: RequestInit = { method, redirect: 'error', signal }
    if (options?.headers) init.headers = options.headers
    if (options?.body !== undefined) init.body = options.body
    const answer = await attempt<T>(url, init, deadline.signal)
    if (!(answer instanceof DirectoryError) && !(answer instanceof Unanswered)) return answer
    here.failure = answer
    throw answer instanceof Unanswered ? answer.error : answer
  }

  return {
    network: {
      sendGetRequestAsync: async (url, options) => send('GET', url, options),
      sendPostRequestAsync: async (url, options) => send('POST', url, options),
    },
    async ask<T>(question: () => Promise<T>): Promise<T> {
      const deadline = startDeadline(deadlineMs)
      return retry(deadline, async () => {
        const here: Try = { deadline, failure: undefined }
        try {
          return await underWay.run(here, question)
        } catch (error) {
          if (here.failure instanceof Unanswered) return here.failure
          throw here.failure ?? error
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
