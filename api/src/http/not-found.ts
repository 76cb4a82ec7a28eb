import type { FastifyReply, FastifyRequest } from 'fastify'
import { ProblemError } from './problem-error.ts'
import type { MountedRoute } from './scope.ts'
import { isNavigation, type WebRoot } from './web-root.ts'

/**
 * Answers where no route does: 405 where the path exists for other methods, the portal's page for
 * a browser that navigates, and else 404.
 */
export function answerNotFound(routes: readonly MountedRoute[], web: WebRoot) {
  return async (request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> => {
    const path = request.url.split('?')[0] ?? ''
    const methods = routes.filter(({ url }) => matches(url, path)).map(({ method }) => method)
    if (methods.length > 0 && !methods.includes(request.method)) {
      reply.header('allow', [...new Set(methods)].toSorted().join(', '))
      throw new ProblemError('method-not-allowed')
    }
    if (isNavigation(request)) return web.sendPage(reply)
    throw new ProblemError('not-found')
  }
}

function matches(url: string, path: string): boolean {
  const wanted = url.split('/')
  const given = path.split('/')
  return (
    wanted.length === given.length &&
    wanted.every((part, place) => part === given[place] || (part.startsWith(':') && given[place]))
  )
}
