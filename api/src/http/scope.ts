import { everyOperation } from '@foyer/contracts/every-operation'
import type { Caller, Operation } from '@foyer/contracts/operation'
import type { FastifyInstance, RouteOptions } from 'fastify'

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Who may call the route: every route says so, and stands in a scope for just these. */
    caller?: Caller
    operation?: Operation
  }
  interface FastifyInstance {
    /** Who may call the routes of this scope; null outside of every scope. */
    scopeCaller: Caller | null
  }
}

/** A route as the map of protection knows it. */
export interface MountedRoute {
  readonly method: string
  readonly url: string
  readonly caller: Caller
  readonly operationId?: string
}

/**
 * Watches every route that is mounted from here on. One that does not say who may call it, or says
 * something else than its scope, stops the start; so does an operation of the contracts that is
 * not mounted.
 */
export function protectRoutes(app: FastifyInstance): readonly MountedRoute[] {
  const routes: MountedRoute[] = []
  app.decorate('scopeCaller', null)
  app.addHook('onRoute', function watch(this: FastifyInstance, route: RouteOptions) {
    const { caller, operation } = route.config ?? {}
    for (const method of [route.method].flat()) {
      if (!caller) throw new Error(`${method} ${route.url} does not say who may call it`)
      if (caller !== this.scopeCaller) {
        throw new Error(`${method} ${route.url} is for ${caller}, its scope is not`)
      }
      routes.push({
        method,
        url: route.url,
        caller,
        ...(operation ? { operationId: operation.id } : {}),
      })
    }
  })
  app.addHook('onReady', async () => {
    const mounted = new Set(routes.map(({ operationId }) => operationId))
    const missing = everyOperation.filter(({ id }) => !mounted.has(id))
    if (missing.length > 0) {
      throw new Error(`not mounted: ${missing.map(({ id }) => id).join(', ')}`)
    }
  })
  return routes
}

/** A scope whose routes need a token of the organization; the guard is added by `enter`. */
export function personScope(enter: (scope: FastifyInstance) => Promise<void>) {
  return scopeOf('person', enter)
}

/** A scope whose routes need no token, with the reason why that is right. */
export function openScope(because: string, enter: (scope: FastifyInstance) => Promise<void>) {
  if (!because) throw new Error('an open scope says why it is open')
  return scopeOf('anyone', enter)
}

function scopeOf(caller: Caller, enter: (scope: FastifyInstance) => Promise<void>) {
  return async (scope: FastifyInstance) => {
    scope.scopeCaller = caller
    await enter(scope)
  }
}
