import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { generateKeyPairSync, type KeyObject } from 'node:crypto'

export interface IssuedKey {
  readonly kid: string
  readonly privateKey: KeyObject
  readonly publicKey: KeyObject
}

/** What a key endpoint answers; a test may make it answer anything. */
export interface Answer {
  readonly status?: number
  readonly type?: string
  readonly location?: string
  readonly body: string
}

/** A sign-in service of which only the key endpoints exist, and which can be made to misbehave. */
export interface Issuer extends AsyncDisposable {
  readonly url: string
  /** How often the keys of a tenant were asked for. */
  requestsOf(tenantId: string): number
  /** Whoever hangs is answered as soon as there is another answer. */
  publish(tenantId: string, answer: Answer | 'hang'): void
}

export async function startIssuer(): Promise<Issuer> {
  const requests = new Map<string, number>()
  const answers = new Map<string, Answer | 'hang'>()
  const held: { tenantId: string; response: ServerResponse }[] = []

  function send(response: ServerResponse, answer: Answer | undefined): void {
    const {
      status = 200,
      type = 'application/json',
      location,
      body,
    } = answer ?? {
      status: 404,
      body: '{}',
    }
    response.writeHead(status, { 'content-type': type, ...(location ? { location } : {}) })
    response.end(body)
  }

  const server = createServer((request, response) => {
    const tenantId = /^\/([^/]+)\/discovery\/v2\.0\/keys$/.exec(request.url ?? '')?.[1] ?? ''
    requests.set(tenantId, (requests.get(tenantId) ?? 0) + 1)
    const answer = answers.get(tenantId)
    if (answer === 'hang') held.push({ tenantId, response })
    else send(response, answer)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    requestsOf: (tenantId) => requests.get(tenantId) ?? 0,
    publish(tenantId, answer) {
      answers.set(tenantId, answer)
      if (answer === 'hang') return
      for (const each of held) if (each.tenantId === tenantId) send(each.response, answer)
    },
    async [Symbol.asyncDispose]() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

export function makeKey(kid: string, modulusLength = 2048): IssuedKey {
  return { kid, ...generateKeyPairSync('rsa', { modulusLength }) }
}

/** A key as a key set shows it. */
export function jwkOf({ kid, publicKey }: IssuedKey, issuer: string, changes: object = {}): object {
  return { ...publicKey.export({ format: 'jwk' }), kid, use: 'sig', issuer, ...changes }
}

export function keySet(...keys: readonly object[]): Answer {
  return { body: JSON.stringify({ keys }) }
}
