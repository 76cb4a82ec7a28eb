import { normalizeIP } from '@fastify/rate-limit'
import type { FastifyInstance } from 'fastify'
import { ProblemError } from '../http/problem-error.ts'
import type { Store } from '../store/store.ts'
import { StoreError } from '../store/store-error.ts'
import { type Allowance, spendAllowance } from './allowance.ts'

/**
 * Limits the routes of a scope by address over all processes. While the store is away each process
 * still has its own limit of a minute, and what is open to anybody stays open.
 */
export function limitByDay(scope: FastifyInstance, store: Store, allowance: Allowance): void {
  scope.addHook('preHandler', async (request) => {
    try {
      const waitSeconds = await spendAllowance(store, allowance, normalizeIP(request.ip))
      if (waitSeconds === undefined) return
      throw new ProblemError('too-many-requests', { retryAfterSeconds: waitSeconds })
    } catch (error) {
      if (!(error instanceof StoreError)) throw error
      request.log.warn({ err: error }, 'not counted')
    }
  })
}
