import type { FastifyInstance } from 'fastify'
import { styleSheet } from '../pages/style.ts'
import type { CastEntry, Simulator } from '../simulator.ts'
import type { Simulation } from '../simulation.ts'
import type { PublishedKey } from '../sign-in/signing-keys.ts'
import { fontFile } from '../pages/fonts.ts'
import { possibilities, type Variants } from '../variants.ts'
import { openClockStream } from './clock-stream.ts'
import { recordOf, refusal } from './control-request.ts'
import type { Fault } from './faults.ts'
import { organizationTroubles } from './organization-trouble.ts'
import type { QuotaLimits } from './quotas.ts'
import { mountWorldControl } from './world-routes.ts'

/** The door through which a test or a person moves the world, under /simulator/. */
export function mountControl(
  app: FastifyInstance,
  simulation: Simulation,
  simulator: Omit<Simulator, 'close' | 'smtpUrl'>,
): void {
  const { clock, faults, quotas, requests, effects, mailbox } = simulation
  const now = () => ({ now: clock.now().toISOString() })

  // No page of another site may send anything here; programs send no such header.
  app.addHook('onRequest', (request, _reply, done) => {
    const site = request.headers['sec-fetch-site']
    const isForeign = site !== undefined && site !== 'same-origin' && site !== 'none'
    const isOurs = request.url.startsWith('/simulator/')
    const isRefused = request.method !== 'GET' && isOurs && isForeign
    done(isRefused ? refusal('This door is not for other sites.', 403) : undefined)
  })

  app.get('/simulator/clock', now)
  app.post('/simulator/clock', (request) => {
    const { advanceMs, set } = recordOf(request.body)
    if (typeof advanceMs === 'number' && Number.isFinite(advanceMs)) clock.advance(advanceMs)
    else if (typeof set === 'string' && !Number.isNaN(Date.parse(set))) clock.set(new Date(set))
    else throw refusal('Send {"advanceMs": number} or {"set": an instant}.')
    return now()
  })
  app.get('/simulator/clock/stream', (_request, reply) => openClockStream(clock, reply))

  app.post('/simulator/faults', (request) => {
    faults.add(readFault(request.body))
    return { ok: true }
  })
  app.delete('/simulator/faults', () => {
    faults.clear()
    return { ok: true }
  })
  app.post('/simulator/troubles', (request) => {
    const { organization, trouble } = recordOf(request.body)
    const known = organizationTroubles.find((one) => one === trouble)
    if (!known) throw refusal(`trouble is one of ${organizationTroubles.join(', ')}.`)
    try {
      simulator.troubles.befall(String(organization), known)
    } catch (error) {
      throw error instanceof RangeError ? refusal(error.message) : error
    }
    return { ok: true }
  })
  app.delete('/simulator/troubles', () => {
    simulator.troubles.heal()
    return { ok: true }
  })
  app.post('/simulator/quotas', (request) => {
    quotas.choose(readQuotas(request.body))
    return { ok: true }
  })
  app.post('/simulator/replication', (request) => {
    const { lagMs, organization } = recordOf(request.body)
    const isNamed = organization === undefined || typeof organization === 'string'
    if (typeof lagMs !== 'number' || !(lagMs >= 0) || !isNamed) {
      throw refusal('Send {"lagMs": number from 0 on, "organization"?: slug or tenant id}.')
    }
    simulation.replication.lag(lagMs, organization)
    return { ok: true }
  })
  app.post('/simulator/reset', () => {
    simulator.reset()
    return now()
  })
  mountWorldControl(app, simulator)
  app.get('/simulator/registrations', () => simulator.registrations())
  app.get('/simulator/cast', (): readonly CastEntry[] => simulator.cast())
  app.get<{ Querystring: { since?: string; limit?: string } }>('/simulator/effects', (request) =>
    effects
      .since(readCount(request.query.since, 0))
      .slice(0, readCount(request.query.limit, Infinity)),
  )
  app.get('/simulator/mails', () => mailbox.list())
  app.get('/simulator/mails/repeats', () => mailbox.listRepeats())
  app.get('/simulator/requests', () => ({
    counts: requests.list(),
    notSimulated: requests.listNotSimulated(),
  }))
  app.get('/simulator/variants', () => simulation.variants)
  app.post('/simulator/variants', (request) => {
    simulator.choose(readVariants(request.body))
    return simulation.variants
  })
  app.post('/simulator/scoped-roles', (request) => {
    const { organization } = recordOf(request.body)
    try {
      simulator.scopeRoles(String(organization))
    } catch (error) {
      throw error instanceof RangeError ? refusal(error.message) : error
    }
    return { ok: true }
  })
  app.post('/simulator/keys', (request) => changeKeys(simulation, recordOf(request.body)))
  app.post('/simulator/tokens', (request) => {
    const { claims, header } = recordOf(request.body)
    return simulator.issueToken(recordOf(claims), recordOf(header)).then((token) => ({ token }))
  })

  app.get('/simulator/style.css', (_request, reply) =>
    reply.type('text/css; charset=utf-8').send(styleSheet),
  )
  app.get<{ Params: { name: string } }>('/simulator/fonts/:name', async (request, reply) => {
    const font = await fontFile(request.params.name)
    if (!font) return reply.code(404).send()
    return reply.type('font/woff2').header('cache-control', 'max-age=86400').send(font)
  })
}

async function changeKeys(
  { signingKeys, authority }: Simulation,
  { rotate, withdrawOld, publish }: Record<string, unknown>,
) {
  if (publish) signingKeys.publish(publish as PublishedKey)
  if (rotate) await signingKeys.rotate({ withdrawOld: withdrawOld === true })
  return { keys: signingKeys.published(authority) }
}

function readVariants(body: unknown): Partial<Variants> {
  const variants = recordOf(body)
  for (const [name, value] of Object.entries(variants)) {
    const parts =
      typeof value === 'object'
        ? Object.entries(recordOf(value)).map(([part, of]) => [`${name}.${part}`, of] as const)
        : [[name, value] as const]
    for (const [part, chosen] of parts) {
      const known: Readonly<Record<string, readonly unknown[]>> = possibilities
      if (!known[part]) throw refusal(`There is no variant ${part}.`)
      if (!known[part].includes(chosen)) throw refusal(`${part} is not ${String(chosen)}.`)
    }
  }
  return variants
}

/** @throws {Error} for what is no whole number from 0 on. */
function readCount(text: string | undefined, usual: number): number {
  const count = text === undefined ? usual : Number(text)
  if (count === usual || (Number.isInteger(count) && count >= 0)) return count
  throw refusal('since and limit are whole numbers.')
}

function readQuotas(body: unknown): QuotaLimits | 'off' {
  if (body === 'off') return 'off'
  const limits = recordOf(body)
  for (const [name, value] of Object.entries(limits)) {
    const isKnown = ['resourceUnits', 'writes', 'reports', 'invitations'].includes(name)
    if (!isKnown || typeof value !== 'number' || !(value > 0)) {
      throw refusal(
        'Send "off", or {"resourceUnits", "writes", "reports", "invitations"} as positive numbers.',
      )
    }
  }
  return limits
}

const faultFields = {
  path: 'string',
  method: 'string',
  organization: 'string',
  probability: 'number',
  count: 'number',
  status: 'number',
  headers: 'object',
  delayMs: 'number',
  hang: 'boolean',
  drop: 'string',
  delta: 'string',
  within: 'string',
} as const

/** A fault that is misspelt would never happen, and its test would pass for nothing. */
function readFault(body: unknown): Fault {
  const fault = recordOf(body)
  for (const [name, value] of Object.entries(fault)) {
    if (name === 'body') continue
    const type = faultFields[name as keyof typeof faultFields]
    if (typeof value !== type) throw refusal(`A fault has no ${name} of this type.`)
  }
  const { drop } = fault
  if (drop !== undefined && drop !== 'before' && drop !== 'after') {
    throw refusal('drop is "before" or "after".')
  }
  const { delta, within } = fault
  if (within !== undefined && within !== 'batch' && within !== 'alone') {
    throw refusal('within is "batch" or "alone".')
  }
  if (delta !== undefined && delta !== 'expired' && delta !== 'reset') {
    throw refusal('delta is "expired" or "reset".')
  }
  return fault
}
