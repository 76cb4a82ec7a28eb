import { once } from 'node:events'
import { createServer, request } from 'node:http'

/** What stands in front of the portal and says from which address somebody comes. */
export interface Proxy {
  /** From now on everybody comes from another network. */
  changeNetwork(): void
  stop(): Promise<void>
}

/** Listens on localhost at one port and passes everything on to another. */
export async function startProxy(port: number, portOfPortal: number): Promise<Proxy> {
  let networks = 1
  const server = createServer((asked, reply) => {
    const passedOn = request(
      {
        host: 'localhost',
        port: portOfPortal,
        method: asked.method,
        path: asked.url,
        headers: { ...asked.headers, 'x-forwarded-for': `2001:db8:0:${networks.toString(16)}::1` },
      },
      (answer) => {
        reply.writeHead(answer.statusCode ?? 502, answer.rawHeaders)
        answer.pipe(reply)
      },
    )
    asked.pipe(passedOn)
    // Where one side hangs up, the other does.
    passedOn.on('error', () => reply.destroy())
    reply.on('close', () => passedOn.destroy())
  })
  server.listen(port, 'localhost')
  await once(server, 'listening')
  return {
    changeNetwork() {
      networks += 1
    },
    async stop() {
      server.close()
      server.closeAllConnections()
      await once(server, 'close')
    },
  }
}
