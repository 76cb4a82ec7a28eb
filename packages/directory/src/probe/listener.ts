import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Type } from 'typebox'
import { Check } from 'typebox/value'

/** What Graph told an address, and when it came. */
export interface Notice {
  readonly at: Date
  readonly subscriptionId: string
  readonly isLifecycle: boolean
}

/** The address at which Graph tells, and what it has told since this process listens. */
export interface Notices {
  /** Of this process: what is told to another one is lost to it. */
  readonly listenerId: string
  readonly address: string
  /** What came with this secret. */
  of(secret: string): readonly Notice[]
}

/** An answer that a browser brought to the redirect address. */
export type Returned = Readonly<Record<string, string>>

/** Takes what browsers and Graph bring to this machine. */
export interface Listener extends AsyncDisposable {
  readonly port: number
  /** The answer with this state, once it comes. */
  returned(state: string): Promise<Returned>
  /** A short address on this machine that leads to a long one. */
  shorten(address: string): string
  /** @param publicAddress where Graph reaches `/notices` of this listener. */
  notices(publicAddress: string): Notices
}

export interface ListenerSetting {
  readonly host: string
  /** A free one for 0. */
  readonly port: number
  readonly now: () => Date
}

const largestBytes = 256 * 1024
const Told = Type.Object({
  value: Type.Array(
    Type.Object({
      subscriptionId: Type.String(),
      clientState: Type.String(),
      lifecycleEvent: Type.Optional(Type.String()),
    }),
  ),
})

export async function openListener({ host, port, now }: ListenerSetting): Promise<Listener> {
  const arrivals = new Map<string, (answer: Returned) => void>()
  const addresses: string[] = []
  const told = new Map<string, Notice[]>()
  const listenerId = crypto.randomUUID()

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', 'http://listener')
    const visit = /^\/visit\/(\d+)$/.exec(url.pathname)?.[1]
    if (visit !== undefined) {
      const location = addresses[Number(visit)]
      response.writeHead(location ? 302 : 404, location ? { location } : {}).end()
    } else if (url.pathname === '/notices' && request.method === 'POST') {
      const token = url.searchParams.get('validationToken')
      if (token !== null) {
        response.writeHead(200, { 'content-type': 'text/plain' }).end(token)
        return
      }
      note(await readBody(request))
      response.writeHead(202).end()
    } else if (url.pathname === '/' && url.searchParams.has('state')) {
      arrivals.get(url.searchParams.get('state') ?? '')?.(Object.fromEntries(url.searchParams))
      response
        .writeHead(200, { 'content-type': 'text/plain' })
        .end('Thank you. Go back to the probe.')
    } else response.writeHead(404).end()
  }

  function note(body: unknown): void {
    if (!Check(Told, body)) return
    for (const { clientState, subscriptionId, lifecycleEvent } of body.value) {
      const isLifecycle = lifecycleEvent === 'reauthorizationRequired'
      if (lifecycleEvent !== undefined && !isLifecycle) continue
      const notices = told.get(clientState) ?? []
      told.set(clientState, [...notices, { at: now(), subscriptionId, isLifecycle }])
    }
  }

  const server = createServer((request, response) => {
    answer(request, response).catch(() => response.destroy())
  })
  server.listen(port, host)
  await once(server, 'listening')
  const own = (server.address() as AddressInfo).port

  return {
    port: own,
    returned: async (state) => new Promise((resolve) => void arrivals.set(state, resolve)),
    shorten: (address) => `http://${host}:${own}/visit/${addresses.push(address) - 1}`,
    notices: (publicAddress) => ({
      listenerId,
      address: `${publicAddress}/notices`,
      of: (secret) => told.get(secret) ?? [],
    }),
    async [Symbol.asyncDispose]() {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}

async function readBody(request: IncomingMessage): Promise<unknown> {
  const chunks: Buffer[] = []
  let bytes = 0
  for await (const chunk of request as AsyncIterable<Buffer>) {
    bytes += chunk.length
    if (bytes > largestBytes) throw new RangeError('too large')
    chunks.push(chunk)
  }
  return JSON.parse(Buffer.concat(chunks).toString('utf8')) as unknown
}
