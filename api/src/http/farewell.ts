import type { FastifyInstance } from 'fastify'

/**
 * Once the app is closing, every reply closes its connection. Otherwise one that was under way
 * would stay open, idle, and hold the process until the browser lets go of it.
 */
export function closeConnectionsAtTheEnd(app: FastifyInstance): void {
  let isClosing = false
  app.addHook('preClose', async () => {
    isClosing = true
  })
  app.addHook('onSend', async (_request, reply, payload) => {
    if (isClosing) reply.header('connection', 'close')
    return payload
  })
}
