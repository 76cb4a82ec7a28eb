import type { INetworkModule, NetworkRequestOptions, NetworkResponse } from '@azure/msal-node'
import { startDeadline } from './deadline.ts'
import { DirectoryError } from './directory-error.ts'
import { retry, retryAfterMs, Unanswered } from './retry.ts'

const deadlineMs = 5_000
/** Everybody who asks for the same token waits for one request: one that hangs is given up. */
const attemptMs = 2_000

/** How MSAL reaches the sign-in service, and what last went wrong on the way. */
export interface TokenEndpoint {
  readonly network: INetworkModule
  /** Why the last request found no answer; MSAL itself keeps only that there was none. */
  lastFailure(): DirectoryError | undefined
}

/**
 * A request that fails on the way ends in an error here and never reaches MSAL as an answer: for
 * an answer of 5xx MSAL would refuse every further request for a minute.
 */
export function createTokenEndpoint(): TokenEndpoint {
  let failure: DirectoryError | undefined

  async function send<T>(
    method: 'GET' | 'POST',
    url: string,
    options?: NetworkRequestOptions,
  ): Promise<NetworkResponse<T>> {
    failure = undefined
    const deadline = startDeadline(deadlineMs)
    try {
      return await retry(deadline, async () => {
        const signal = AbortSignal.any([deadline.signal, AbortSignal.timeout(attemptMs)])
        const init: RequestInit = { method, redirect: 'error', signal }
        if (options?.headers) init.headers = options.headers
        if (options?.body !== undefined) init.body = options.body
        return attempt<T>(url, init, deadline.signal)
      })
    } catch (error) {
      if (error instanceof DirectoryError) failure = error
      throw error
    }
  }

  return {
    network: {
      sendGetRequestAsync: async (url, options) => send('GET', url, options),
      sendPostRequestAsync: async (url, options) => send('POST', url, options),
    },
    lastFailure: () => failure,
  }
}

async function attempt<T>(
  url: string,
  init: RequestInit,
  signal: AbortSignal,
): Promise<NetworkResponse<T> | Unanswered> {
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
    if (signal.aborted) throw new DirectoryError('directory-timeout', { reason: 'token' })
    return new Unanswered(new DirectoryError('directory-failed', { reason: 'token' }))
  }
}
