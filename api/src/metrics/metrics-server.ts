import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Registry } from 'prom-client'
import type { Log } from '../http/log.ts'

/** Where the numbers of the process are asked for; nothing else is there. */
export interface MetricsServer extends AsyncDisposable {
  readonly port: number
}

/**
 * Serves `/metrics` on a port of its own, which is not the people's: numbers by organization are
 * for those who run the process.
 *
 * @param port a free one for 0.
 * @throws when it cannot listen there.
 */
export async function startMetricsServer(
  registry: Registry,
  { port, host, log }: { readonly port: number; readonly host: string; readonly log: Log },
): Promise<MetricsServer> {
  const server = createServer((request, response) => {
    const isAsked = request.method === 'GET' && request.url?.split('?')[0] === '/metrics'
    if (!isAsked) {
      response.writeHead(404).end()
      return
    }
    registry.metrics().then(
      (text) => response.writeHead(200, { 'content-type': registry.contentType }).end(text),
      (error: unknown) => {
        log.error({ err: error }, 'numbers could not be told')
        response.writeHead(500).end()
      },
    )
  })
  server.listen(port, host)
  await once(server, 'listening')
  return {
    port: (server.address() as AddressInfo).port,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}
