import rateLimit, { normalizeIP } from '@fastify/rate-limit'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { TokenRefusal } from '../token/token-refusal.ts'
import { ProblemError } from './problem-error.ts'

/** How many requests in a minute. */
export interface RateLimits {
  readonly callerPerMinute: number
  readonly refusedTokensPerMinute: number
  readonly lookUpsPerMinute: number
  readonly receiptsPerMinute: number
  readonly codesPerMinute: number
  readonly pagesPerMinute: number
  readonly notificationsPerMinute: number
}

const minuteMs = 60_000

export const usualRateLimits: RateLimits = {
  callerPerMinute: 120,
  refusedTokensPerMinute: 300,
  lookUpsPerMinute: 30,
  receiptsPerMinute: 120,
  codesPerMinute: 10,
  pagesPerMinute: 600,
  // Of all organizations they come from a few addresses, and Microsoft gives up on who refuses many.
  notificationsPerMinute: 3_000,
}

/** Limits the routes of a scope by who calls: people behind one address do not count together. */
export async function limitByCaller(scope: FastifyInstance, perMinute: number): Promise<void> {
  await limit(scope, perMinute, 'preValidation', ({ caller }) =>
    caller ? `${caller.organizationId}/${caller.personId}` : 'nobody',
  )
}

/**
 * Stops an address that floods a scope with tokens that are refused, before the next one costs a
 * signature. Accepted tokens do not count, so that an office behind one address is not stopped by
 * its number. It stands before the guard, and needs `limitByCaller` before it.
 */
export function limitRefusedTokens(scope: FastifyInstance, perMinute: number): void {
  const count = scope.createRateLimit({
    max: perMinute,
    timeWindow: minuteMs,
    keyGenerator: byAddress,
  })
  scope.addHook('onRequest', async (request) => {
    const limit = await count(request, { increment: false })
    if (!limit.isAllowed && limit.remaining === 0) throw tooManyRequests(limit.ttl)
  })
  scope.addHook('onError', async (request, _reply, error) => {
    if (error instanceof TokenRefusal) await count(request)
  })
}

/** Limits the routes of a scope by address: that of the connection, unless its proxy is trusted. */
export async function limitByAddress(scope: FastifyInstance, perMinute: number): Promise<void> {
  await limit(scope, perMinute, 'onRequest', byAddress)
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
    timeWindow: minuteMs,
    hook,
    keyGenerator,
    addHeadersOnExceeding: none,
    addHeaders: { ...none, 'retry-after': false },
    errorResponseBuilder: (_request, { ttl }) => tooManyRequests(ttl),
  })
}

/** Whoever has one IPv6 address has all of its network. */
function byAddress({ ip }: FastifyRequest): string {
  return normalizeIP(ip)
}

function tooManyRequests(waitMs: number): ProblemError {
  const retryAfterSeconds = Math.max(1, Math.ceil(waitMs / 1000))
  return new ProblemError('too-many-requests', { retryAfterSeconds })
}
