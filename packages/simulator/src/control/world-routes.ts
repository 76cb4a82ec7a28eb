import type { FastifyInstance } from 'fastify'
import type { Simulator } from '../simulator.ts'
import { recordOf, refusal } from './control-request.ts'

const largestState = 1024 ** 3

/** What concerns the world as a whole: to fill a directory, to save and to load everything. */
export function mountWorldControl(
  app: FastifyInstance,
  simulator: Omit<Simulator, 'close' | 'smtpUrl'>,
): void {
  app.post('/simulator/seed', (request) => {
    const { organization, members, guests, groups } = recordOf(request.body)
    const size = { members: Number(members), guests: Number(guests), groups: Number(groups) }
    try {
      return simulator.seed(String(organization), size)
    } catch (error) {
      throw refused(error)
    }
  })
  app.get('/simulator/state', (_request, reply) =>
    reply.type('application/octet-stream').send(simulator.save()),
  )
  app.register((own, _options, done) => {
    own.addContentTypeParser(
      'application/octet-stream',
      { parseAs: 'buffer', bodyLimit: largestState },
      (_request, body, parsed) => parsed(null, body),
    )
    own.post('/simulator/state', (request) => {
      if (!Buffer.isBuffer(request.body)) throw refusal('A state is application/octet-stream.')
      try {
        simulator.load(request.body)
        return { ok: true }
      } catch (error) {
        throw refused(error)
      }
    })
    done()
  })
}

function refused(error: unknown): unknown {
  return error instanceof RangeError ? refusal(error.message) : error
}
