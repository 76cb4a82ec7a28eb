import { type Static, type TSchema, Type } from 'typebox'
import { Check } from 'typebox/value'
import type { Deadline } from './deadline.ts'
import { codeWord, DirectoryError, errorIn } from './directory-error.ts'
import { type BatchAnswer, BatchReply, batchOf, headersOf } from './graph-batch.ts'
import type { GraphAnswer, GraphQuestion, GraphTransport } from './graph-transport.ts'
import type { ReferenceUrl } from './reference-url.ts'
import { retry, retryAfterMs, Unanswered } from './retry.ts'

/** Graph, asked in the name of one organization by one identity, within one deadline. */
export interface Graph {
  /** One object; undefined when there is none. */
  read<S extends TSchema>(path: string, shape: S): Promise<Static<S> | undefined>
  /** The members of one collection, to its last page; undefined when its owner does not exist. */
  readAll<S extends TSchema>(path: string, shape: S): Promise<Static<S>[] | undefined>
  /** The same of many collections, in the order of the paths. */
  readMany<S extends TSchema>(
    paths: readonly string[],
    shape: S,
  ): Promise<(Static<S>[] | undefined)[]>
  /** Removes one link; one that does not exist is removed already. */
  removeReference(url: ReferenceUrl): Promise<void>
}

export interface GraphSetting {
  readonly operation: string
  readonly origin: string
  readonly transport: GraphTransport
  readonly deadline: Deadline
  /** Called when Graph does not accept our token any more. */
  readonly forgetToken: () => void
}

/** @throws {DirectoryError} from each of its functions. */
export function createGraph(setting: GraphSetting): Graph {
  const { operation, origin, deadline } = setting

  async function ask(question: GraphQuestion): Promise<GraphAnswer> {
    let mayRenewToken = true
    try {
      return await retry(deadline, async () => {
        const answer = await attempt(setting.transport, question, deadline)
        if (!(answer instanceof Unanswered) && answer.status === 401 && mayRenewToken) {
          mayRenewToken = false
          setting.forgetToken()
          return new Unanswered(failureOf(answer), 0)
        }
        return answer
      })
    } catch (error) {
      throw error instanceof DirectoryError ? errorIn(operation, error) : error
    }
  }

  function failureIn(answer: GraphAnswer | BatchAnswer): DirectoryError {
    return errorIn(operation, failureOf(answer))
  }

  function shaped<S extends TSchema>(shape: S, body: unknown): Static<S> {
    if (Check(shape, body)) return body
    throw new DirectoryError('directory-failed', { operation, reason: 'unexpected.shape' })
  }

  async function restOfPages<S extends TSchema>(shape: S, first: unknown): Promise<Static<S>[]> {
    const items: Static<S>[] = []
    let page = shaped(Page, first)
    for (;;) {
      items.push(...page.value.map((item) => shaped(shape, item)))
      const next = page['@odata.nextLink']
      if (next === undefined) return items
      const answer = await ask({ method: 'GET', path: pathOfLink(next, origin) })
      if (answer.status !== 200) throw failureIn(answer)
      page = shaped(Page, answer.body)
    }
  }

  async function askBatch(paths: readonly string[]): Promise<BatchAnswer[]> {
    const answers = new Map<string, BatchAnswer>()
    await retry(deadline, async () => {
      const open = paths.filter((path) => !answers.has(path))
      const answer = await ask({ method: 'POST', path: '/$batch', body: batchOf(open) })
      if (answer.status !== 200) throw failureIn(answer)

      let again: Unanswered | undefined
      for (const item of shaped(BatchReply, answer.body).responses) {
        const path = open[Number(item.id)]
        const trouble = troubleOf(item)
        if (trouble && longerWait(trouble, again)) again = trouble
        if (!trouble && path !== undefined) answers.set(path, item)
      }
      return again
    }).catch((error: unknown) => {
      throw error instanceof DirectoryError ? errorIn(operation, error) : error
    })
    return paths.map((path) => {
      const answer = answers.get(path)
      if (answer) return answer
      throw new DirectoryError('directory-failed', { operation, reason: 'batch.incomplete' })
    })
  }

  return {
    async read(path, shape) {
      const answer = await ask({ method: 'GET', path })
      if (answer.status === 404) return undefined
      if (answer.status !== 200) throw failureIn(answer)
      return shaped(shape, answer.body)
    },

    async readAll(path, shape) {
      const answer = await ask({ method: 'GET', path })
      if (answer.status === 404) return undefined
      if (answer.status !== 200) throw failureIn(answer)
      return restOfPages(shape, answer.body)
    },

    async readMany(paths, shape) {
      const found: (Static<typeof shape>[] | undefined)[] = []
      for (let from = 0; from < paths.length; from += largestBatch) {
        const answers = await askBatch(paths.slice(from, from + largestBatch))
        for (const answer of answers) {
          if (answer.status !== 200 && answer.status !== 404) throw failureIn(answer)
          found.push(answer.status === 404 ? undefined : await restOfPages(shape, answer.body))
        }
      }
      return found
    },

    async removeReference(url) {
      const answer = await ask({ method: 'DELETE', path: url })
      if (answer.status !== 204 && !isAlreadyRemoved(answer)) throw failureIn(answer)
    },
  }
}

/** Microsoft Graph, "Combine multiple requests": at most twenty. */
const largestBatch = 20

const Page = Type.Object({
  value: Type.Array(Type.Unknown()),
  '@odata.nextLink': Type.Optional(Type.String()),
})

const ErrorBody = Type.Object({
  error: Type.Object({ code: Type.String(), message: Type.Optional(Type.String()) }),
})

async function attempt(
  transport: GraphTransport,
  question: GraphQuestion,
  deadline: Deadline,
): Promise<GraphAnswer | Unanswered> {
  try {
    const answer = await transport(question, deadline)
    return troubleOf(answer) ?? answer
  } catch (error) {
    if (deadline.signal.aborted) throw new DirectoryError('directory-timeout')
    if (error instanceof DirectoryError) throw error
    // The connection broke. Every question here can be asked twice: reading changes nothing, and
    // a link that is gone already counts as removed.
    return new Unanswered(new DirectoryError('directory-failed', { reason: 'connection' }))
  }
}

/** Whether the same question may have another answer later. */
function troubleOf(answer: GraphAnswer | BatchAnswer): Unanswered | undefined {
  if (answer.status !== 429 && answer.status < 500) return undefined
  return new Unanswered(failureOf(answer), retryAfterMs(headersOf(answer).get('retry-after')))
}

function longerWait(one: Unanswered, other: Unanswered | undefined): boolean {
  return !other || (one.retryAfterMs ?? 0) > (other.retryAfterMs ?? 0)
}

function failureOf(answer: GraphAnswer | BatchAnswer): DirectoryError {
  const { status } = answer
  const headers = headersOf(answer)
  const waitMs = retryAfterMs(headers.get('retry-after'))
  const code =
    status === 429 || (status === 503 && waitMs !== undefined)
      ? 'directory-busy'
      : status === 401 || status === 403
        ? 'directory-refused'
        : 'directory-failed'
  const requestId = headers.get('request-id')
  return new DirectoryError(code, {
    status,
    ...(Check(ErrorBody, answer.body) ? codeWord(answer.body.error.code) : {}),
    ...(requestId && /^[\w-]{1,64}$/.test(requestId) ? { directoryRequestId: requestId } : {}),
    ...(waitMs === undefined ? {} : { retryAfterSeconds: Math.ceil(waitMs / 1000) }),
  })
}

/** Graph says it in two ways, and only its sentence tells the second from a malformed request. */
function isAlreadyRemoved({ status, body }: GraphAnswer): boolean {
  if (status === 404) return true
  return (
    status === 400 &&
    Check(ErrorBody, body) &&
    (body.error.message ?? '').includes('removed object references do not exist')
  )
}

/**
 * A link to the next page leads anywhere that the answer says; we follow it only to the Graph that
 * we were configured for, because our token goes with it.
 */
function pathOfLink(link: string, origin: string): string {
  const url = URL.parse(link)
  const path = url?.pathname.replace(/^\/v1\.0(?=\/)/, '')
  if (!url || url.origin !== origin || !path || path === url.pathname) {
    throw new DirectoryError('directory-failed', { reason: 'foreign.link' })
  }
  return `${path}${url.search}`
}
