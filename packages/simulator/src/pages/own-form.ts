import type { FastifyRequest } from 'fastify'
import type { Simulation } from '../simulation.ts'

/** Whether a form was sent from a page of the simulator: browsers say so in Origin. */
export function isOwnForm({ url }: Simulation, { headers }: FastifyRequest): boolean {
  return headers.origin === url || headers.origin === url.replace('127.0.0.1', 'localhost')
}
