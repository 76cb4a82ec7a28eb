import { everyOperation, problemsOf } from '@foyer/contracts/every-operation'
import {
  delegatedTokenHeader,
  idempotencyHeader,
  isConditional,
  type Operation,
} from '@foyer/contracts/operation'
import { Problem, type ProblemCode, problems } from '@foyer/contracts/problem'
import { type TObject, type TSchema, Type } from 'typebox'

/** How one operation reads in OpenAPI 3.1. */
export interface DescribedOperation {
  readonly operationId: string
  readonly summary: string
  readonly security: readonly object[]
  readonly parameters: readonly {
    readonly name: string
    readonly in: 'path' | 'query' | 'header'
    readonly required: boolean
    readonly schema: TSchema
  }[]
  readonly requestBody?: object
  readonly responses: Readonly<Record<string, { readonly description: string }>>
}

export interface OpenApi {
  readonly openapi: '3.1.0'
  readonly info: { readonly title: string; readonly version: string; readonly summary: string }
  readonly servers: readonly { readonly url: string }[]
  readonly paths: Readonly<Record<string, Readonly<Record<string, DescribedOperation>>>>
  readonly components: object
}

/** The description of the API, made of the contracts that the API itself is made of. */
export function describeApi(
  publicOrigin: string,
  operations = everyOperation as readonly Operation[],
): OpenApi {
  const paths: Record<string, Record<string, DescribedOperation>> = {}
  for (const operation of operations) {
    const methods = (paths[operation.path] ??= {})
    methods[operation.method.toLowerCase()] = describe(operation)
  }
  return {
    openapi: '3.1.0',
    info: { title: 'Foyer', version: '1', summary: 'The front door for guests of organizations' },
    servers: [{ url: publicOrigin }],
    paths,
    components: {
      schemas: { Problem },
      securitySchemes: {
        token: {
          type: 'http',
          scheme: 'bearer',
          bearerFormat: 'JWT',
          description:
            'An access token of the organization in which to act, issued by Microsoft Entra',
        },
      },
    },
  }
}

const keyParameter = {
  name: idempotencyHeader,
  in: 'header' as const,
  required: true,
  schema: Type.String({ pattern: '^[\\w-]{16,128}$' }),
}

const versionParameter = {
  name: 'if-match',
  in: 'header' as const,
  required: true,
  schema: Type.String({ pattern: '^"\\d{1,9}"$' }),
}

const delegatedTokenParameter = {
  name: delegatedTokenHeader,
  in: 'header' as const,
  required: true,
  schema: Type.String(),
}

function describe(operation: Operation): DescribedOperation {
  const { success } = operation
  return {
    operationId: operation.id,
    summary: operation.summary,
    security: operation.caller === 'anyone' ? [] : [{ token: [] }],
    parameters: [
      ...parametersOf('path', operation.params),
      ...parametersOf('query', operation.query),
      ...(operation.isKeyed ? [keyParameter] : []),
      ...(operation.carriesDelegatedToken ? [delegatedTokenParameter] : []),
      ...(isConditional(operation) ? [versionParameter] : []),
    ],
    ...(operation.body
      ? {
          requestBody: {
            required: true,
            content: { 'application/json': { schema: operation.body } },
          },
        }
      : {}),
    responses: {
      [success.status]:
        success.status === 204
          ? { description: 'Done' }
          : { description: 'OK', content: { 'application/json': { schema: success.reply } } },
      ...responsesOf(problemsOf(operation)),
    },
  }
}

function parametersOf(place: 'path' | 'query', schema: TObject | undefined) {
  return Object.entries((schema?.properties ?? {}) as Record<string, TSchema>).map(
    ([name, property]) => ({
      name,
      in: place,
      required: place === 'path' || Boolean(schema?.required?.includes(name)),
      schema: property,
    }),
  )
}

/** One response for each status, naming the codes that come with it. */
function responsesOf(codes: readonly ProblemCode[]) {
  const byStatus = Map.groupBy(codes, (code) => problems[code].status)
  return Object.fromEntries(
    [...byStatus].map(([status, same]) => [
      status,
      {
        description: same.map((code) => `\`${code}\`: ${problems[code].title}`).join('; '),
        content: {
          'application/problem+json': {
            schema: { $ref: '#/components/schemas/Problem' },
          },
        },
      },
    ]),
  )
}
