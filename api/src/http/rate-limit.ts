import rateLimit from '@fastify/rate-limit'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { ProblemError } from './problem-error.ts'

/** How many requests in a minute. */
export interface RateLimits {
  readonly callerPerMinute: number
  readonly lookUpsPerMinute: number
  readonly pagesPerMinute: number
}

export const usualRateLimits: RateLimits = {
  callerPerMinute: 120,
  lookUpsPerMinute: 30,
  pagesPerMinute: 600,
}

/** Limits the routes of a scope by who calls: people behind one address do not count together. */
export async function limitByCaller(scope: FastifyInstance, perMinute: number): Promise<void> {
  await limit(scope, perMinute, 'preValidation', ({ caller }) =>
    caller ? `${caller.organizationId}/${caller.personId}` : 'nobody',
  )
}

/** Limits the routes of a scope by address: that of the connection, unless its proxy is trusted. */
export async function limitByAddress(scope: FastifyInstance, perMinute: number): Promise<void> {
  await limit(scope, perMinute, 'onRequest', ({ ip }) => ip)
}

async function limit(
  scope: FastifyInstance,
  perMinute: number,
  hook: 'onRequest' | 'preValidation',
  keyGenerator: (request: FastifyRequest) => string,
): Promise<void> {
  const none = {
    'x-ratelimit-limit': false,
    'x-ratelimit-remaining': false,
    'x-ratelimit-reset': false,
  }
  await scope.register(rateLimit, {
    max: perMinute,
    timeWindow: 60_000,
    hook,
    keyGenerator,
    addHeadersOnExceeding: none,
    addHeaders: { ...none, 'retry-after': false },
    errorResponseBuilder: (_request, { ttl }) =>
      new ProblemError('too-many-requests', {
        retryAfterSeconds: Math.max(1, Math.ceil(ttl / 1000)),
      }),
  })
}
