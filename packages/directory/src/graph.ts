import { type Static, type TSchema, Type } from 'typebox'
import { Check } from 'typebox/value'
import type { Deadline } from './deadline.ts'
import { DirectoryError, errorIn } from './directory-error.ts'
import { createGraphActs, type GraphActs } from './graph-acts.ts'
import { attempt, attemptOnce, type Untold } from './graph-attempt.ts'
import { largestBatch } from './graph-batch.ts'
import { failureOf, isExpiredCursor } from './graph-failure.ts'
import type { GraphAnswer, GraphQuestion, GraphTransport } from './graph-transport.ts'
import { retry, Unanswered } from './retry.ts'

/** Graph, asked in the name of one organization by one identity, within one deadline. */
export interface Graph extends GraphActs {
  /** One object; undefined when there is none. */
  read<S extends TSchema>(path: string, shape: S): Promise<Static<S> | undefined>
  /** The same from the beta of Graph: only for what its first version lacks. */
  readBeta<S extends TSchema>(path: string, shape: S): Promise<Static<S> | undefined>
  /** The members of one collection, to its last page; undefined when its owner does not exist. */
  readAll<S extends TSchema>(path: string, shape: S): Promise<Static<S>[] | undefined>
  /** The same of many collections, in the order of the paths. */
  readMany<S extends TSchema>(
    paths: readonly string[],
    shape: S,
  ): Promise<(Static<S>[] | undefined)[]>
  /** One object of each path, in their order; undefined where there is none. */
  readEach<S extends TSchema>(
    paths: readonly string[],
    shape: S,
  ): Promise<(Static<S> | undefined)[]>
  /** One page of a long list; undefined where its cursor is not known any more. */
  readPage(path: string): Promise<PageReply | undefined>
  /** Makes one thing that is no object of the directory, as what the identity wants to be told. */
  create<S extends TSchema>(path: string, body: object, shape: S): Promise<Static<S>>
  /** Changes such a thing; false when there is none. */
  update(path: string, body: object): Promise<boolean>
}

/** A page, and the path of what comes next: of a feed also after its last page. */
export interface PageReply {
  readonly value: readonly unknown[]
  readonly next: string | undefined
  readonly isLast: boolean
}

export interface GraphSetting {
  readonly operation: string
  readonly origin: string
  readonly transport: GraphTransport
  readonly deadline: Deadline
  /** Whether nobody waits for the answers. */
  readonly isPatient: boolean
  /** Called when Graph does not accept our token any more. */
  readonly forgetToken: () => void
}

/** @throws {DirectoryError} from each of its functions. */
export function createGraph(setting: GraphSetting): Graph {
  const { operation, origin, deadline, isPatient } = setting
  const transport: GraphTransport = async (question, deadline) =>
    setting.transport({ ...question, isPatient }, deadline)

  async function ask(
    question: GraphQuestion,
    onAttempt: () => unknown = () => {},
  ): Promise<GraphAnswer> {
    return answered(async () => {
      onAttempt()
      return attempt(transport, question, deadline)
    })
  }

  async function askOnce(question: GraphQuestion): Promise<GraphAnswer | Untold> {
    return answered(async () => attemptOnce(transport, question, deadline))
  }

  /** Repeats what was not answered, and once what met a token that is not accepted any more. */
  async function answered<T extends GraphAnswer | Untold>(
    ask: () => Promise<T | Unanswered>,
  ): Promise<T> {
    let mayRenewToken = true
    try {
      return await retry(deadline, async () => {
        const answer = await ask()
        if ('status' in answer && answer.status === 401 && mayRenewToken) {
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

  function failureIn(answer: GraphAnswer): DirectoryError {
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

  /** What the bodies of many questions mean, in their order; undefined for what does not exist. */
  async function askEach<T>(paths: readonly string[], read: (body: unknown) => Promise<T>) {
    const found: (T | undefined)[] = []
    for (let from = 0; from < paths.length; from += largestBatch) {
      const part = paths.slice(from, from + largestBatch)
      const answers = await Promise.all(part.map(async (path) => ask({ method: 'GET', path })))
      for (const answer of answers) {
        if (answer.status !== 200 && answer.status !== 404) throw failureIn(answer)
        found.push(answer.status === 404 ? undefined : await read(answer.body))
      }
    }
    return found
  }

  async function readOne<S extends TSchema>(question: GraphQuestion, shape: S) {
    const answer = await ask(question)
    if (answer.status === 404) return undefined
    if (answer.status !== 200) throw failureIn(answer)
    return shaped(shape, answer.body)
  }

  return {
    read: async (path, shape) => readOne({ method: 'GET', path }, shape),
    readBeta: async (path, shape) => readOne({ method: 'GET', version: 'beta', path }, shape),

    async readAll(path, shape) {
      const answer = await ask({ method: 'GET', path })
      if (answer.status === 404) return undefined
      if (answer.status !== 200) throw failureIn(answer)
      return restOfPages(shape, answer.body)
    },

    readMany: async (paths, shape) => askEach(paths, async (body) => restOfPages(shape, body)),
    readEach: async (paths, shape) => askEach(paths, async (body) => shaped(shape, body)),

    async readPage(path) {
      const answer = await ask({ method: 'GET', path })
      if (isExpiredCursor(answer)) return undefined
      if (answer.status !== 200) throw failureIn(answer)
      const page = shaped(Page, answer.body)
      const link = page['@odata.nextLink'] ?? page['@odata.deltaLink']
      const isLast = page['@odata.nextLink'] === undefined
      return { value: page.value, next: link && pathOfLink(link, origin), isLast }
    },

    async create(path, body, shape) {
      const answer = await ask({ method: 'POST', path, body })
      if (answer.status !== 201) throw failureIn(answer)
      return shaped(shape, answer.body)
    },

    async update(path, body) {
      const answer = await ask({ method: 'PATCH', path, body })
      if (answer.status === 404) return false
      if (answer.status !== 200) throw failureIn(answer)
      return true
    },

    ...createGraphActs({ operation, origin, ask, askOnce, failureIn }),
  }
}

const Page = Type.Object({
  value: Type.Array(Type.Unknown()),
  '@odata.nextLink': Type.Optional(Type.String()),
  '@odata.deltaLink': Type.Optional(Type.String()),
})

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
