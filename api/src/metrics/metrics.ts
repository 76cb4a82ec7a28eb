import type { DirectoryAnswer } from '@foyer/directory/directory'
import type { DirectoryRequest } from '@foyer/directory/metered-transport'
import type { FastifyInstance } from 'fastify'
import { Counter, Histogram, Registry } from 'prom-client'
import { createDirectoryRequestMetrics } from './directory-requests.ts'

/** Numbers of one process. Labels are routes, operations, codes and slugs: never a person. */
export interface Metrics {
  readonly registry: Registry
  readonly countDirectoryAnswer: (answer: DirectoryAnswer) => void
  /** @param organization its slug. */
  readonly countDirectoryRequest: (organization: string, request: DirectoryRequest) => void
  readonly countKeyFetch: (outcome: 'ok' | 'failed') => void
}

export function createMetrics(): Metrics {
  const registry = new Registry()
  const registers = [registry]
  const directory = new Histogram({
    name: 'foyer_directory_operation_seconds',
    help: 'How long the directory took, by operation and outcome',
    labelNames: ['operation', 'outcome'],
    buckets: [0.05, 0.1, 0.25, 0.5, 1, 2.5, 5],
    registers,
  })
  const { countDirectoryRequest } = createDirectoryRequestMetrics(registers)
  const keyFetches = new Counter({
    name: 'foyer_key_fetches_total',
    help: 'Fetches of signing keys, by outcome',
    labelNames: ['outcome'],
    registers,
  })
  return {
    registry,
    countDirectoryAnswer: ({ operation, outcome, seconds }) =>
      directory.observe({ operation, outcome }, seconds),
    countDirectoryRequest,
    countKeyFetch: (outcome) => keyFetches.inc({ outcome }),
  }
}

/** Measures every request by its route, which has the names of parameters and not their values. */
export function measureRequests(app: FastifyInstance, { registry }: Metrics): void {
  const requests = new Histogram({
    name: 'foyer_http_request_seconds',
    help: 'How long requests took, by method, route and status',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.005, 0.025, 0.1, 0.25, 0.5, 1, 2.5, 5],
    registers: [registry],
  })
  app.addHook('onResponse', async (request, reply) => {
    requests.observe(
      {
        method: request.method,
        route: request.routeOptions.url ?? 'none',
        status: String(reply.statusCode),
      },
      reply.elapsedTime / 1000,
    )
  })
}
