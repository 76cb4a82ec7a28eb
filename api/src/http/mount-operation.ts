import { everyOperation } from '@foyer/contracts/every-operation'
import {
  type BodyOf,
  isConditional,
  type Operation,
  type ParamsOf,
  type QueryOf,
  type ReplyOf,
  tagOf,
} from '@foyer/contracts/operation'
import type { FastifyInstance } from 'fastify'
import { type TObject, Type } from 'typebox'
import { Compile } from 'typebox/compile'
import type { CallerIdentity } from '../token/validate-claims.ts'
import { type Language, languageOf } from './language.ts'
import type { Log } from './log.ts'
import { ProblemError } from './problem-error.ts'
import { delegatedTokenOf } from './delegated-token.ts'
import { createReplyCutter } from './reply-cutter.ts'
import { type RequestKey, requestKeyOf } from './request-key.ts'
import { versionOf } from './version.ts'

/** What a handler gets: who calls, and what the contract says they send. */
export interface Call<O extends Operation> {
  readonly caller: O['caller'] extends 'person' ? CallerIdentity : null
  readonly params: ParamsOf<O>
  readonly query: QueryOf<O>
  readonly body: BodyOf<O>
  readonly requestId: string
  /** In which the caller reads. */
  readonly language: Language
  /** Of keyed operations. */
  readonly key: O['isKeyed'] extends true ? RequestKey : undefined
  /** Of operations that act in the caller's name: never to be kept or logged. */
  readonly delegatedToken: O['carriesDelegatedToken'] extends true ? string : undefined
  /** Of conditional operations: the version that is changed. */
  readonly version: O extends { isVersioned: true; method: 'PUT' } ? number : undefined
  /** The request's own, for what has to be known afterwards; ids and codes only. */
  readonly log: Log
}

export type Handler<O extends Operation> = (
  call: Call<O>,
) => Promise<O extends { success: { status: 204 } } ? void : ReplyOf<O>>

interface Versioned {
  readonly version: number
}

const nothing = Type.Object({}, { additionalProperties: false })

/**
 * Serves one operation of the contracts: method, path, schemas and status are the contract's, and
 * the reply is cut to what it names. A reply that lacks something is a failure of ours.
 *
 * @throws {Error} for an operation that is not among `everyOperation`.
 */
export function mountOperation<O extends Operation>(
  scope: FastifyInstance,
  operation: O,
  handler: Handler<O>,
): void {
  if (!everyOperation.some(({ id }) => id === operation.id)) {
    throw new Error(`${operation.id} is not among the operations of the contracts`)
  }
  const cut =
    operation.success.status === 204 ? undefined : createReplyCutter(operation.success.reply)

  scope.route({
    method: operation.method,
    ...(operation.largestBody ? { bodyLimit: operation.largestBody } : {}),
    url: operation.path.replaceAll(/\{(\w+)\}/g, ':$1'),
    config: { caller: operation.caller, operation },
    schema: {
      params: operation.params ?? nothing,
      querystring: operation.query ?? nothing,
      ...(operation.body ? { body: operation.body } : {}),
    },
    validatorCompiler: ({ schema }: { schema: unknown }) => validator(schema as TObject),
    handler: async (request, reply) => {
      if (!operation.body && request.body !== undefined) throw new ProblemError('invalid-request')
      const result = await handler({
        caller: request.caller ?? null,
        params: request.params,
        query: request.query,
        body: request.body,
        requestId: request.id,
        language: languageOf(request.headers),
        ...(operation.isKeyed
          ? { key: requestKeyOf(request.headers, [operation.id, request.params, request.body]) }
          : {}),
        ...(operation.carriesDelegatedToken
          ? { delegatedToken: delegatedTokenOf(request.headers) }
          : {}),
        ...(isConditional(operation) ? { version: versionOf(request.headers) } : {}),
        log: request.log,
      } as unknown as Call<O>)
      reply.code(operation.success.status)
      if (operation.isVersioned)
        reply.header('etag', tagOf((result as unknown as Versioned).version))
      return cut
        ? reply.header('content-type', 'application/json; charset=utf-8').send(cut(result))
        : reply.send()
    },
  })
}

/** Nothing is converted and nothing removed: what does not fit is refused. */
function validator(schema: TObject) {
  const compiled = Compile(schema)
  return (value: unknown) =>
    compiled.Check(value) ? { value } : { error: new ProblemError('invalid-request') }
}
