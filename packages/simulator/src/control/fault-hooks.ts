import { setTimeout as wait } from 'node:timers/promises'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { decodeJwt } from 'jose'
import type { GraphReply } from '../graph/operation.ts'
import type { Simulation } from '../simulation.ts'
import type { Tenant } from '../world/tenant.ts'
import { findTenant } from '../world/world.ts'
import type { Fault } from './faults.ts'

/** Counts every request to the simulated services, and lets faults happen to them. */
export function mountFaults(app: FastifyInstance, simulation: Simulation): void {
  const dropped = new WeakSet<FastifyRequest>()
  const closing = new AbortController()
  app.addHook('preClose', async () => closing.abort())

  app.addHook('onRequest', async (request, reply) => {
    const path = pathOf(request)
    if (path === '/' || path.startsWith('/simulator/')) return
    simulation.requests.count(request.method, path)
    const tenant = findTenantOf(simulation, request, path)
    const fault = take(simulation, { method: request.method, path, tenant, isInBatch: false })
    if (!fault) return

    if (fault.delayMs) {
      await wait(fault.delayMs, undefined, { signal: closing.signal, ref: false }).catch(
        () => undefined,
      )
    }
    if (fault.drop === 'after') dropped.add(request)
    if (fault.drop === 'before') request.raw.socket.destroy()
    if (fault.hang || fault.drop === 'before') reply.hijack()
    else if (fault.status !== undefined) await answerFault(fault, path, reply)
  })

  app.addHook('onSend', async (request, _reply, payload) => {
    if (dropped.has(request)) request.raw.socket.destroy()
    return payload
  })
}

/** What befalls the connection of a batch because of one of its items. */
export class BrokenConnection extends Error {
  readonly how: 'hangs' | 'drops'

  constructor(how: BrokenConnection['how']) {
    super(`the connection ${how}`)
    this.how = how
  }

  /** Nothing is answered. */
  befall(request: FastifyRequest, reply: FastifyReply): FastifyReply {
    if (this.how === 'drops') request.raw.socket.destroy()
    return reply.hijack()
  }
}

/**
 * What an item of a batch meets: waits, answers in its place, or breaks the connection of the whole.
 *
 * @param work what the item does where nothing answers instead.
 * @throws {BrokenConnection}
 */
export async function amidFaults(
  simulation: Simulation,
  { method, path, tenant }: Omit<Asked, 'isInBatch'> & { readonly tenant: Tenant },
  work: () => Promise<GraphReply>,
): Promise<GraphReply> {
  const fault = take(simulation, { method, path, tenant, isInBatch: true })
  if (!fault) return work()
  if (fault.delayMs) await wait(fault.delayMs)
  if (fault.hang) throw new BrokenConnection('hangs')
  if (fault.drop === 'before') throw new BrokenConnection('drops')
  if (fault.status !== undefined) {
    return { status: fault.status, headers: fault.headers ?? {}, body: bodyOf(fault, path) }
  }
  const reply = await work()
  if (fault.drop === 'after') throw new BrokenConnection('drops')
  return reply
}

/** What became of the state of a delta feed. */
export function takeDeltaFault(
  { faults }: Simulation,
  path: string,
  { tenantId, slug }: Tenant,
): Fault['delta'] {
  const [bare = path] = path.split('?')
  const organizations = [tenantId, slug]
  return faults.take({
    method: 'GET',
    path: bare,
    organizations,
    isInBatch: false,
    aspect: 'delta',
  })?.delta
}

interface Asked {
  readonly method: string
  readonly path: string
  readonly tenant: Tenant | undefined
  readonly isInBatch: boolean
}

function take({ faults }: Simulation, { tenant, ...asked }: Asked): Fault | undefined {
  const organizations = tenant ? [tenant.tenantId, tenant.slug] : []
  return faults.take({ ...asked, organizations })
}

function answerFault(fault: Fault, path: string, reply: FastifyReply): FastifyReply {
  const body = bodyOf(fault, path)
  reply.code(fault.status ?? 500)
  reply.header('content-type', typeof body === 'string' ? 'text/html' : 'application/json')
  // Browsers may read what sign-in answers them even when it fails.
  if (!isGraph(path)) reply.header('access-control-allow-origin', '*')
  reply.headers(fault.headers ?? {})
  return reply.send(typeof body === 'string' ? body : JSON.stringify(body))
}

/** Microsoft's words for the usual cases (throttling.md, errors.md). */
function bodyOf({ body, status = 500 }: Fault, path: string): unknown {
  if (body !== undefined) return body
  if (!isGraph(path))
    return {
      error: 'temporarily_unavailable',
      error_description: 'AADSTS90033: A transient error has occurred. Please try again.',
      error_codes: [90033],
    }
  const words: Readonly<Record<number, readonly [string, string]>> = {
    403: ['Authorization_RequestDenied', 'Insufficient privileges to complete the operation.'],
    429: ['TooManyRequests', 'Please retry again later.'],
    503: ['serviceNotAvailable', 'The service is temporarily unavailable.'],
    504: ['gatewayTimeout', 'The server did not answer in time.'],
  }
  const [code, message] = words[status] ?? ['InternalServerError', 'An internal error occurred.']
  return { error: { code, message, innerError: { status: String(status) } } }
}

const isGraph = (path: string) => path.startsWith('/v1.0/') || path.startsWith('/beta/')

function pathOf({ url }: FastifyRequest): string {
  return url.split('?')[0] ?? url
}

/** By the first segment of a sign-in path, or by the token of a call; here nothing is trusted. */
function findTenantOf(
  { world }: Simulation,
  { headers }: FastifyRequest,
  path: string,
): Tenant | undefined {
  const token = headers.authorization?.split(' ')[1]
  if (!token) return findTenant(world, path.split('/')[1] ?? '')
  try {
    return world.tenants.get(String(decodeJwt(token)['tid']))
  } catch {
    return undefined
  }
}
