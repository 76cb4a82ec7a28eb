import type { INetworkModule, NetworkRequestOptions, NetworkResponse } from '@azure/msal-browser'

/**
 * MSAL's way to Microsoft's endpoints, which gives up after a while. MSAL joins a request to the
 * same one that is still under way, so one that hangs would hold up every later try.
 *
 * @param deadlineMs how long an answer may take.
 */
export function createSignInNetwork(deadlineMs: number): INetworkModule {
  async function send<T>(
    method: string,
    url: string,
    { headers = {}, body }: NetworkRequestOptions = {},
  ): Promise<NetworkResponse<T>> {
    const giveUp = new AbortController()
    const timer = window.setTimeout(() => giveUp.abort(), deadlineMs)
    try {
      const { signal } = giveUp
      const answer = await fetch(url, { method, headers, signal, ...(body ? { body } : {}) })
      return {
        status: answer.status,
        headers: Object.fromEntries(answer.headers),
        body: (await answer.json()) as T,
      }
    } finally {
      window.clearTimeout(timer)
    }
  }
  return {
    sendGetRequestAsync: async <T>(url: string, options?: NetworkRequestOptions) =>
      send<T>('GET', url, options),
    sendPostRequestAsync: async <T>(url: string, options?: NetworkRequestOptions) =>
      send<T>('POST', url, options),
  }
}
