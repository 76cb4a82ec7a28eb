import {
  delegatedTokenHeader,
  idempotencyHeader,
  type InputOf,
  type Operation,
  type ReplyOf,
  tagOf,
  urlOf,
} from '@foyer/contracts/operation'
import type { OrganizationLocation } from '@foyer/contracts/organizations'
import { type Problem, problems } from '@foyer/contracts/problem'
import { Failure } from './failure.ts'

export type Call = <const O extends Operation>(
  operation: O,
  input: InputOf<O>,
  where?: Place,
) => Promise<ReplyOf<O>>

/** In which organization, and as which account, where another may be known there too. */
interface Place {
  readonly organization: OrganizationLocation
  readonly accountId?: string | undefined
}

/** Where a call gets its token: `renew` asks for one that is not the cached one. */
export interface TokenSource {
  getToken(
    organization: OrganizationLocation,
    options?: { renew?: boolean; accountId?: string | undefined },
  ): Promise<string>
}

interface CallSetting {
  readonly tokens: TokenSource
  readonly origin: string
  /** The language that the person has chosen: Foyer writes its mails in it. */
  readonly languageOf: () => string
  readonly deadlineMs?: number | undefined
}

interface Request {
  readonly url: URL
  readonly method: string
  readonly body: string | undefined
  readonly headers: Readonly<Record<string, string>>
  readonly deadlineMs: number
}

/** Makes the one function that talks to the API. Every failure that it throws is a `Failure`. */
export function createCall({ tokens, origin, languageOf, deadlineMs = 20_000 }: CallSetting): Call {
  return async (operation, input, where) => {
    const { body, key, version, delegatedToken, ...parts } = input as {
      body?: unknown
      key?: string
      delegatedToken?: string
      version?: number
    }
    const request = {
      url: new URL(urlOf(operation, parts), origin),
      method: operation.method,
      body: body === undefined ? undefined : JSON.stringify(body),
      headers: {
        accept: 'application/json, application/problem+json',
        'accept-language': languageOf(),
        ...(key === undefined ? {} : { [idempotencyHeader]: key }),
        ...(delegatedToken === undefined ? {} : { [delegatedTokenHeader]: delegatedToken }),
        ...(version === undefined ? {} : { 'if-match': tagOf(version) }),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      deadlineMs,
    }
    const answer = await sendWithToken(request, tokens, where)
    return (await readReply(operation, answer)) as ReplyOf<typeof operation>
  }
}

interface Reply {
  readonly status: number
  readonly text: string
  readonly requestId: string | undefined
}

async function sendWithToken(
  request: Request,
  tokens: TokenSource,
  where: Place | undefined,
): Promise<Reply> {
  if (!where) return send(request, undefined)
  const { organization, accountId } = where
  const first = await send(request, await tokens.getToken(organization, { accountId }))
  if (!isTokenRefused(first)) return first

  // The cached token may have ended by the API's clock and not yet by this one.
  const renewed = await tokens.getToken(organization, { accountId, renew: true })
  const second = await send(request, renewed)
  if (!isTokenRefused(second)) return second
  throw new Failure('sign-in-run-out', readTrace(second))
}

// A good token of a sign-in that is too old is refused too, and renewing it makes it no younger.
function isTokenRefused(reply: Reply): boolean {
  return reply.status === 401 && findProblem(reply)?.code !== 'sign-in-too-old'
}

async function send(request: Request, token: string | undefined): Promise<Reply> {
  const { url, method, body, headers, deadlineMs } = request
  try {
    const answer = await fetch(url, {
      method,
      headers: { ...headers, ...(token ? { authorization: `Bearer ${token}` } : {}) },
      ...(body === undefined ? {} : { body }),
      cache: 'no-store',
      credentials: 'omit',
      signal: AbortSignal.timeout(deadlineMs),
    })
    return {
      status: answer.status,
      text: await answer.text(),
      requestId: answer.headers.get('x-request-id') ?? undefined,
    }
  } catch (error) {
    const isLate = error instanceof DOMException && error.name === 'TimeoutError'
    throw new Failure(isLate ? 'timed-out' : 'network-failed')
  }
}

async function readReply({ success }: Operation, reply: Reply): Promise<unknown> {
  if (reply.status === success.status) {
    if (success.status === 204) return undefined
    const value = parse(reply.text)
    if (value !== undefined) return value
  }
  const problem = findProblem(reply)
  if (problem) throw new Failure(problem.code, readTrace(reply))
  throw new Failure('reply-unreadable', readTrace(reply))
}

function readTrace(reply: Reply): Failure['trace'] {
  const problem = findProblem(reply)
  const requestId = problem?.requestId ?? reply.requestId
  return {
    ...(requestId ? { requestId } : {}),
    ...(problem?.retryAfterSeconds === undefined
      ? {}
      : { retryAfterSeconds: problem.retryAfterSeconds }),
    ...(problem?.challenge === undefined ? {} : { challenge: problem.challenge }),
    ...(problem?.context === undefined ? {} : { context: problem.context }),
  }
}

// A proxy between us may answer with a page of its own, or with JSON that is not ours.
function findProblem({ text }: Reply): Problem | undefined {
  const value = parse(text)
  if (typeof value !== 'object' || value === null || !('code' in value)) return undefined
  return typeof value.code === 'string' && Object.hasOwn(problems, value.code)
    ? (value as Problem)
    : undefined
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text) as unknown
  } catch {
    return undefined
  }
}
