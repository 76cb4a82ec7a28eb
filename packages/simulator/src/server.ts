import formbody from '@fastify/formbody'
import Fastify, { type FastifyInstance } from 'fastify'
import { mountControl } from './control/control-routes.ts'
import { mountFaults } from './control/fault-hooks.ts'
import { mountGraph } from './graph/graph-routes.ts'
import { mountPages } from './pages/page-routes.ts'
import { mountResourceManager } from './resource-manager.ts'
import { mountRedemption } from './sign-in/redemption-routes.ts'
import { mountSignIn } from './sign-in/sign-in-routes.ts'
import type { Simulation } from './simulation.ts'
import type { Simulator } from './simulator.ts'

const largestBody = 4 * 1024 * 1024

/** One server for all services: their paths do not meet. */
export function createServer(
  simulation: Simulation,
  simulator: Omit<Simulator, 'close' | 'smtpUrl'>,
): FastifyInstance {
  const app = Fastify({
    bodyLimit: largestBody,
    forceCloseConnections: true,
    routerOptions: { maxParamLength: 500 },
  })
  // Clients send an empty body with a JSON type, and Graph does not mind.
  app.removeContentTypeParser('application/json')
  app.addContentTypeParser('application/json', { parseAs: 'string' }, (_request, text, done) => {
    if (text === '') return done(null, undefined)
    try {
      done(null, JSON.parse(String(text)))
    } catch (error) {
      done(Object.assign(error as Error, { statusCode: 400 }))
    }
  })
  app.register(formbody)
  app.after(() => {
    mountFaults(app, simulation)
    mountControl(app, simulation, simulator)
    mountPages(app, simulation, simulator)
    mountRedemption(app, simulation)
    mountSignIn(app, simulation)
    mountGraph(app, simulation)
    mountResourceManager(app, simulation)
  })
  return app
}
