import { type Static, type TSchema, Type } from 'typebox'
import { Check } from 'typebox/value'
import type { Deadline } from './deadline.ts'
import { DirectoryError, errorIn } from './directory-error.ts'
import { type BatchAnswer, BatchReply, batchOf } from './graph-batch.ts'
import {
  failureOf,
  isAlreadyAdded,
  isAlreadyRemoved,
  isConflict,
  isExpiredCursor,
  troubleOf,
} from './graph-failure.ts'
import {
  type GraphAnswer,
  type GraphQuestion,
  type GraphTransport,
  patientHeaders,
} from './graph-transport.ts'
import type { MailboxUrl } from './mailbox-url.ts'
import type { PersonUrl, RestorationUrl, SponsorsUrl } from './person-url.ts'
import { guid, type ReferenceUrl } from './reference-url.ts'
import type { Removal } from './removal.ts'
import { attempt, attemptOnce, type Untold } from './graph-attempt.ts'
import { retry, Unanswered } from './retry.ts'

/** What came of it; {@link Unanswered} where nobody told whether it was done. */
export type RemovalAttempt = 'removed' | 'not-there' | Unanswered

/** `taken`: somebody else has the name or an address of the removed person now. */
export type RestorationAttempt = 'restored' | 'not-there' | 'taken' | Unanswered

/** Graph, asked in the name of one organization by one identity, within one deadline. */
export interface Graph {
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
  /**
   * Removes one link, which then does not exist: `not-there` where it did not before, and where
   * nobody can tell, `removed`.
   */
  removeReference(url: ReferenceUrl): Promise<Removal>
  /** Attempts to remove a person; repeated only where Graph says that it did not begin. */
  removePerson(url: PersonUrl): Promise<RemovalAttempt>
  /** Attempts to bring a removed person back; repeated only where Graph says that it did not begin. */
  restorePerson(url: RestorationUrl): Promise<RestorationAttempt>
  /** Adds one link, which then exists; false where the directory does not take it. */
  addReference(url: SponsorsUrl, objectId: string): Promise<boolean>
  /** Sends a whole mail in base64, once: whether one was taken that nobody told of is not known. */
  sendMail(url: MailboxUrl, mail: string): Promise<void>
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

  async function ask(question: GraphQuestion): Promise<GraphAnswer> {
    return answered(async () => attempt(transport, question, deadline))
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
      const body = batchOf(open, isPatient ? patientHeaders : {})
      const answer = await ask({ method: 'POST', path: '/$batch', body })
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

  /** What the bodies of many questions mean, in their order; undefined for what does not exist. */
  async function askEach<T>(paths: readonly string[], read: (body: unknown) => Promise<T>) {
    const found: (T | undefined)[] = []
    for (let from = 0; from < paths.length; from += largestBatch) {
      for (const answer of await askBatch(paths.slice(from, from + largestBatch))) {
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

    async removeReference(url) {
      let attempts = 0
      const answer = await answered(async () => {
        attempts += 1
        return attempt(transport, { method: 'DELETE', path: url }, deadline)
      })
      if (answer.status === 204) return 'removed'
      if (!isAlreadyRemoved(answer)) throw failureIn(answer)
      return attempts > 1 ? 'removed' : 'not-there'
    },

    async removePerson(url) {
      const answer = await answered(async () =>
        attemptOnce(transport, { method: 'DELETE', path: url }, deadline),
      )
      if ('untold' in answer) return answer.untold
      if (answer.status === 204) return 'removed'
      if (answer.status === 404) return 'not-there'
      throw failureIn(answer)
    },

    async restorePerson(url) {
      const answer = await answered(async () =>
        attemptOnce(transport, { method: 'POST', path: url, body: {} }, deadline),
      )
      if ('untold' in answer) return answer.untold
      if (answer.status === 200) return 'restored'
      if (answer.status === 404) return 'not-there'
      if (isConflict(answer)) return 'taken'
      throw failureIn(answer)
    },

    async addReference(url, objectId) {
      const body = { '@odata.id': `${origin}/v1.0/directoryObjects/${guid(objectId)}` }
      const answer = await ask({ method: 'POST', path: url, body })
      if (answer.status === 204 || isAlreadyAdded(answer)) return true
      if (answer.status === 400 || answer.status === 404) return false
      throw failureIn(answer)
    },

    async sendMail(url, mail) {
      const question = { method: 'POST', path: `${url}/sendMail`, body: mail } as const
      const answer = await answered(async () => attemptOnce(transport, question, deadline))
      if ('untold' in answer) throw errorIn(operation, answer.untold.error)
      if (answer.status !== 202) throw failureIn(answer)
    },
  }
}

/** Microsoft Graph, "Combine multiple requests": at most twenty. */
const largestBatch = 20

const Page = Type.Object({
  value: Type.Array(Type.Unknown()),
  '@odata.nextLink': Type.Optional(Type.String()),
  '@odata.deltaLink': Type.Optional(Type.String()),
})

function longerWait(one: Unanswered, other: Unanswered | undefined): boolean {
  return !other || (one.retryAfterMs ?? 0) > (other.retryAfterMs ?? 0)
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
