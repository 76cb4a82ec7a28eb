import type { FastifyBaseLogger, FastifyInstance, FastifyServerOptions } from 'fastify'
import { standardOutput } from './standard-output.ts'
import type { LogLevel } from '../configuration/configuration.ts'

/** Anything that takes lines of text: the standard output, or a test. */
export interface LogStream {
  write(line: string): void
}

type LoggerSetting = Exclude<FastifyServerOptions['logger'], boolean | undefined>

/**
 * A log that cannot hold a token, a name or an address: of a request it is given the route and not
 * the URL, and of an error the code and the places, with whatever looks like a secret blanked.
 */
export function loggerSetting(level: LogLevel, stream?: LogStream): LoggerSetting {
  return {
    level,
    base: null,
    timestamp: () => `,"time":"${new Date().toISOString()}"`,
    formatters: { level: (label: string) => ({ level: label }) },
    serializers: {
      err: describeError,
    } as NonNullable<LoggerSetting['serializers']>,
    stream: stream ?? standardOutput,
  }
}

/** One line for each request, when it has been answered; the answer carries the id of its line. */
export function logRequests(app: FastifyInstance): void {
  app.addHook('onRequest', async (request, reply) => {
    reply.header('x-request-id', request.id)
  })
  app.addHook('onResponse', async (request, reply) => {
    request.log.info(
      {
        method: request.method,
        route: request.routeOptions.url ?? 'none',
        status: reply.statusCode,
        ms: Math.round(reply.elapsedTime),
      },
      'answered',
    )
  })
}

export type Log = Pick<FastifyBaseLogger, 'info' | 'warn' | 'error'>

interface ErrorFields {
  readonly name?: unknown
  readonly code?: unknown
  readonly reason?: unknown
  readonly facts?: unknown
  readonly message?: unknown
  readonly stack?: unknown
  readonly cause?: unknown
}

/** Errors of ours carry facts that are fit for a log; of all others only the shape is known. */
function describeError(error: unknown): object | undefined {
  if (error === undefined) return undefined
  if (!(error instanceof Error)) return { name: typeof error }
  const { name, code, reason, facts, message, stack, cause } = error as ErrorFields
  return {
    name,
    code,
    reason,
    facts,
    message: blankSecrets(message),
    ...(name === 'DirectoryError' || name === 'TokenRefusal' ? {} : { stack: placesOf(stack) }),
    ...(cause === undefined ? {} : { cause: describeError(cause) }),
  }
}

export function blankSecrets(text: unknown): string {
  return String(text)
    .slice(0, 500)
    .replaceAll(/[\w.+#-]+(@|%40)[\w-]+(\.[\w-]+)*/g, '[address]')
    .replaceAll(/\b[\w-]{16,}\.[\w-]{16,}\.[\w-]*/g, '[token]')
    .replaceAll(/\b(bearer|basic)\s+\S+/gi, '[credential]')
}

function placesOf(stack: unknown): string[] {
  return String(stack)
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
    .slice(0, 12)
    .map((line) => line.trim())
}
