import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { Span, Tracing } from './tracing.ts'

/** Each request as a span, by its route, which has the names of parameters and not their values. */
export function traceRequests(app: FastifyInstance, tracing: Tracing): void {
  const spans = new WeakMap<FastifyRequest, Span>()

  app.addHook('onRequest', (request, _reply, done) => {
    const route = request.routeOptions.url ?? 'none'
    const span = tracing.start(`${request.method} ${route}`, {
      'http.request.method': request.method,
      'http.route': route,
      'foyer.request_id': request.id,
    })
    spans.set(request, span)
    tracing.within(span, done)
  })
  // A body is read by events, which do not know what they follow from.
  app.addHook('preValidation', (request, _reply, done) => {
    const span = spans.get(request)
    if (span) tracing.within(span, done)
    else done()
  })
  app.addHook('onResponse', async (request, reply) => {
    const span = spans.get(request)
    const organizationId = request.caller?.organizationId
    span?.tell({
      'http.response.status_code': reply.statusCode,
      ...(organizationId ? { 'foyer.organization_id': organizationId } : {}),
    })
    span?.end(reply.statusCode >= 500 ? String(reply.statusCode) : undefined)
  })
}
