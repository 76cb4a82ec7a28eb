import {
  AuthenticationHandler,
  Client,
  type Context,
  type Middleware,
  ResponseType,
} from '@microsoft/microsoft-graph-client'
import type { Deadline } from './deadline.ts'
import { DirectoryError } from './directory-error.ts'
import { maySend, type Powers } from './identity.ts'

/** The origin that the Graph client knows; it sends its token to no other. */
const graphOrigin = 'https://graph.microsoft.com'
const largestAnswerBytes = 16 * 1024 * 1024

export interface GraphQuestion {
  readonly method: 'GET' | 'POST' | 'PATCH' | 'DELETE'
  /** The first version, unless said otherwise. */
  readonly version?: 'beta'
  /** Below the version, beginning with a slash, its query already encoded. */
  readonly path: string
  /** A text as it is, anything else as JSON. */
  readonly body?: unknown
  /** Work that nobody waits for. */
  readonly isPatient?: boolean
}

/** Graph refuses this first where an organization is asked too much. */
export const patientHeaders = { 'x-ms-throttle-priority': 'Low' } as const

export interface GraphAnswer {
  readonly status: number
  readonly headers: Headers
  /** What the JSON says; undefined for an empty body or one that is no JSON. */
  readonly body: unknown
}

export type GraphTransport = (question: GraphQuestion, deadline: Deadline) => Promise<GraphAnswer>

/**
 * Sends one question by Microsoft's Graph client, without any of its retries.
 *
 * @throws whatever the token source or fetch throws.
 */
export function createGraphTransport(
  origin: string,
  powers: Powers,
  getAccessToken: (deadline: Deadline) => Promise<string>,
): GraphTransport {
  return async ({ method, version, path, body, isPatient }, deadline) => {
    const failures: unknown[] = []
    const client = Client.initWithMiddleware({
      middleware: [
        new AuthenticationHandler({
          getAccessToken: async () =>
            getAccessToken(deadline).catch((error: unknown) => {
              failures.push(error)
              throw error
            }),
        }),
        new ConfiguredOrigin(origin, powers),
      ],
    })
    const request = client
      .api(path)
      .version(version ?? 'v1.0')
      .responseType(ResponseType.RAW)
      .options({ signal: deadline.signal })
    if (isPatient) request.headers(patientHeaders)
    if (typeof body === 'string') request.header('content-type', 'text/plain')

    try {
      const response = (await (method === 'GET'
        ? request.get()
        : method === 'DELETE'
          ? request.delete()
          : method === 'PATCH'
            ? request.patch(body)
            : request.post(body))) as Response
      return {
        status: response.status,
        headers: response.headers,
        body: parseJson(await readText(response)),
      }
    } catch (error) {
      // The Graph client wraps what its chain throws into an error of its own and drops the cause.
      throw failures[0] ?? error
    }
  }
}

/** The end of the chain: sends to the configured origin what was meant for Graph's own. */
class ConfiguredOrigin implements Middleware {
  readonly #origin: string
  readonly #powers: Powers

  constructor(origin: string, powers: Powers) {
    this.#origin = origin
    this.#powers = powers
  }

  async execute(context: Context): Promise<void> {
    // Its type is a browser's, unknown here; the client always hands over a string.
    const request: unknown = context.request
    const url = URL.parse(String(request))
    if (url?.origin !== graphOrigin) throw new TypeError('this is not a Graph address')
    const { method, body } = context.options ?? {}
    if (!maySend(method, url.pathname, this.#powers, body)) {
      throw new TypeError('this identity does not send that')
    }
    const target = `${this.#origin}${url.pathname}${url.search}`
    context.response = await fetch(target, {
      ...(context.options as RequestInit),
      redirect: 'error',
    })
  }
}

async function readText(response: Response): Promise<string> {
  const decoder = new TextDecoder()
  let text = ''
  let bytes = 0
  for await (const chunk of response.body ?? []) {
    bytes += (chunk as Uint8Array).length
    if (bytes > largestAnswerBytes)
      throw new DirectoryError('directory-failed', { reason: 'large' })
    text += decoder.decode(chunk as Uint8Array, { stream: true })
  }
  return text + decoder.decode()
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    // Proxies in between answer in HTML; what that means is decided by the status and the schema.
    return undefined
  }
}
