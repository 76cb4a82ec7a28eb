import type { FastifyInstance } from 'fastify'
import type { Simulator } from '../simulator.ts'
import { recordOf, refusal } from './control-request.ts'

/** What concerns the world as a whole: to fill a directory, to save and to load everything. */
export function mountWorldControl(app: FastifyInstance, simulator: Omit<Simulator, 'close'>): void {
  app.post('/simulator/seed', (request) => {
    const { organization, members, guests, groups } = recordOf(request.body)
    const size = { members: Number(members), guests: Number(guests), groups: Number(groups) }
    try {
      return simulator.seed(String(organization), size)
    } catch (error) {
      if (error instanceof RangeError) throw refusal(error.message)
      throw error
    }
  })
}
