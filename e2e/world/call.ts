import { type InputOf, type Operation, tagOf, urlOf } from '@foyer/contracts/operation'

/**
 * One call of Foyer's API, as a page sends it: for what has happened before a story begins.
 *
 * @returns its reply, or the problem that it told.
 */
export async function call<O extends Operation>(
  baseURL: string | undefined,
  token: string,
  operation: O,
  input: InputOf<O>,
): Promise<Record<string, unknown>> {
  const { params, body, version } = input as {
    readonly params?: Record<string, string>
    readonly body?: object
    readonly version?: number
  }
  const answer = await fetch(new URL(urlOf(operation, params ? { params } : {}), baseURL), {
    method: operation.method,
    headers: {
      authorization: `Bearer ${token}`,
      ...(version === undefined ? {} : { 'if-match': tagOf(version) }),
      ...(body ? { 'content-type': 'application/json' } : {}),
    },
    ...(body ? { body: JSON.stringify(body) } : {}),
  })
  const text = await answer.text()
  return text ? (JSON.parse(text) as Record<string, unknown>) : {}
}
