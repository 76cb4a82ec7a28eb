import { PassThrough } from 'node:stream'
import type { FastifyReply } from 'fastify'
import type { Clock } from './clock.ts'

/** Lines of JSON: the time at once, and again after every jump. */
export function openClockStream(clock: Clock, reply: FastifyReply): FastifyReply {
  const stream = new PassThrough()
  const write = (now: Date) => stream.write(`${JSON.stringify({ now: now.toISOString() })}\n`)
  write(clock.now())
  const stop = clock.onJump(write)
  reply.raw.once('close', stop)
  return reply.type('application/x-ndjson').header('cache-control', 'no-store').send(stream)
}
