import { type Static, type TSchema, Type } from 'typebox'
import { Check } from 'typebox/value'
import { startDeadline } from '../deadline.ts'
import { DirectoryError } from '../directory-error.ts'
import { retry, retryAfterMs, Unanswered } from '../retry.ts'
import { NotFoundOut } from './question.ts'
import type { TokenSource } from './setting.ts'

const deadlineMs = 60_000

export interface GraphReply {
  readonly status: number
  /** Graph's code of an error, else empty. */
  readonly code: string
  readonly location: string | null
  readonly body: unknown
}

export interface AskOptions {
  readonly body?: object
  readonly version?: 'beta'
  /** Asks as an advanced query. */
  readonly isAdvanced?: boolean
}

type Method = 'GET' | 'POST' | 'PATCH' | 'DELETE'

/** Microsoft Graph with one power in one organization; what it answers is what is to be found out. */
export interface GraphDoor {
  ask(method: Method, path: string, options?: AskOptions): Promise<GraphReply>
  /** Asks, and takes no other status for an answer. @throws {NotFoundOut} */
  require(method: Method, path: string, status: number, options?: AskOptions): Promise<GraphReply>
  /** A link that Graph gave, to Graph only. */
  follow(link: string): Promise<GraphReply>
  /** All members of a collection. */
  readAll<S extends TSchema>(path: string, shape: S): Promise<Static<S>[]>
}

const Failure = Type.Object({ error: Type.Object({ code: Type.String() }) })
export const Page = Type.Object({
  value: Type.Array(Type.Unknown()),
  '@odata.nextLink': Type.Optional(Type.String()),
  '@odata.deltaLink': Type.Optional(Type.String()),
})

export function createGraphDoor(origin: string, tokens: TokenSource): GraphDoor {
  async function send(method: Method, url: URL, { body, isAdvanced }: AskOptions) {
    const deadline = startDeadline(deadlineMs)
    let mayRenewToken = true
    return retry(deadline, async () => {
      const headers = {
        authorization: `Bearer ${await tokens.get()}`,
        ...(body ? { 'content-type': 'application/json' } : {}),
        ...(isAdvanced ? { consistencylevel: 'eventual' } : {}),
      }
      const reply = await fetch(url, {
        method,
        redirect: 'error',
        signal: deadline.signal,
        headers,
        ...(body ? { body: JSON.stringify(body) } : {}),
      }).catch(() => {
        throw new DirectoryError('directory-failed', { reason: 'connection' })
      })
      const text = await reply.text()
      // Only this says that nothing was begun; a write that met anything else is not repeated.
      if (reply.status === 429 || (reply.status >= 500 && method === 'GET')) {
        const error = new DirectoryError('directory-busy', { status: reply.status })
        return new Unanswered(error, retryAfterMs(reply.headers.get('retry-after')))
      }
      if (reply.status === 401 && mayRenewToken) {
        mayRenewToken = false
        tokens.forget()
        return new Unanswered(new DirectoryError('directory-refused', { status: 401 }), 0)
      }
      return readReply(reply, text)
    })
  }

  const ask: GraphDoor['ask'] = async (method, path, options = {}) =>
    send(method, new URL(`/${options.version ?? 'v1.0'}${path}`, origin), options)

  const requireReply: GraphDoor['require'] = async (method, path, status, options) => {
    const reply = await ask(method, path, options)
    if (reply.status === status) return reply
    const [place = ''] = path.split('?')
    throw new NotFoundOut(`${method} ${place} answered ${reply.status} ${reply.code}`.trim())
  }

  const follow: GraphDoor['follow'] = async (link) => {
    const url = URL.parse(link)
    if (url?.origin !== origin) throw new NotFoundOut('a link leads away from Graph')
    return send('GET', url, {})
  }

  return {
    ask,
    require: requireReply,
    follow,
    async readAll(path, shape) {
      const items: Static<typeof shape>[] = []
      let reply = await requireReply('GET', path, 200)
      for (;;) {
        const page = shaped(Page, reply.body)
        items.push(...page.value.map((item) => shaped(shape, item)))
        const next = page['@odata.nextLink']
        if (next === undefined) return items
        reply = await follow(next)
      }
    },
  }
}

/** @throws {NotFoundOut} for what has another shape. */
export function shaped<S extends TSchema>(shape: S, body: unknown): Static<S> {
  if (Check(shape, body)) return body
  throw new NotFoundOut('an answer has another shape than documented')
}

function readReply({ status, headers }: Response, text: string): GraphReply {
  const body = parse(text)
  const code = Check(Failure, body) ? body.error.code : ''
  return { status, code, location: headers.get('location'), body }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
