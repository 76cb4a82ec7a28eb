import { createHash, createPrivateKey, randomUUID, X509Certificate } from 'node:crypto'
import { SignJWT } from 'jose'
import { afterAll, afterEach, beforeAll, beforeEach, expect } from 'vitest'
import { type BrowserlessSignIn, signInWithoutBrowser } from '../src/browserless-sign-in.ts'
import type { IdentityName } from '../src/seed/identity-keys.ts'
import { type Simulator, type SimulatorOptions, startSimulator } from '../src/simulator.ts'
import type { WorldName } from '../src/worlds.ts'
import { checkExchange } from './conformance/check-exchange.ts'

export const portalOrigin = 'http://localhost:5199'
export const redirectUri = `${portalOrigin}/`
export const graphScope = 'https://graph.microsoft.com/.default'

/** The world that a whole run is about; `pessimist` without it. */
const worldName = process.env['FOYER_WORLD']
const worldOfTests = worldName === undefined ? {} : { world: worldName as WorldName }

export interface Answer {
  readonly status: number
  readonly headers: Headers
  readonly text: string
  readonly body: Record<string, unknown>
}

/**
 * The simulator of one test file, as it began before each test. Whatever Graph answers in it, asked
 * by whom it may be, is held against Microsoft's description.
 */
export function withSimulator(options: Partial<SimulatorOptions> = {}) {
  let simulator: Simulator
  let inventions: string[] = []
  beforeAll(async () => {
    simulator = await startSimulator({
      portalOrigin,
      ...worldOfTests,
      onExchange: (exchange) => inventions.push(...checkExchange(exchange)),
      ...options,
    })
  })
  beforeEach(() => {
    inventions = []
    simulator.reset()
  })
  afterEach(() => expect(inventions).toEqual([]))
  afterAll(async () => simulator.close())

  const organization = (slug: string) => {
    const found = simulator.registrations().organizations.find((one) => one.slug === slug)
    if (!found) throw new Error(`${slug} is not connected`)
    return found
  }
  const identity = (slug: string, name: IdentityName) => {
    const found = organization(slug).identities[name]
    if (!found) throw new Error(`${slug} has no ${name}`)
    return found
  }
  const send = async (path: string, init?: RequestInit): Promise<Answer> => {
    const reply = await fetch(`${simulator.url}${path}`, { redirect: 'manual', ...init })
    const text = await reply.text()
    const isJson = reply.headers.get('content-type')?.includes('json') ?? false
    const body = isJson && text ? (JSON.parse(text) as Record<string, unknown>) : {}
    return { status: reply.status, headers: reply.headers, text, body }
  }
  const assertion = async (slug: string, name: IdentityName, claims = {}) => {
    const { clientId, pem } = identity(slug, name)
    const seconds = Math.floor(simulator.clock.now().getTime() / 1000)
    const thumbprint = createHash('sha256').update(new X509Certificate(pem).raw).digest('base64url')
    return new SignJWT({
      iss: clientId,
      sub: clientId,
      aud: `${simulator.url}/${organization(slug).tenantId}/oauth2/v2.0/token`,
      jti: randomUUID(),
      nbf: seconds,
      exp: seconds + 300,
      ...claims,
    })
      .setProtectedHeader({ alg: 'RS256', 'x5t#S256': thumbprint })
      .sign(createPrivateKey(pem))
  }
  const requestToken = async (tenantId: string, form: Record<string, string>, headers = {}) =>
    send(`/${tenantId}/oauth2/v2.0/token`, {
      method: 'POST',
      body: new URLSearchParams(form),
      headers,
    })
  const appToken = async (
    slug: string,
    name: IdentityName,
    resource = 'https://graph.microsoft.com',
  ): Promise<string> => {
    const answer = await requestToken(organization(slug).tenantId, {
      grant_type: 'client_credentials',
      client_id: identity(slug, name).clientId,
      client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
      client_assertion: await assertion(slug, name),
      scope: `${resource}/.default`,
    })
    return String(answer.body['access_token'])
  }
  const toolToken = async (slug: string): Promise<string> => {
    const { tenantId } = organization(slug)
    const tool = simulator.registrations().tools.find((one) => one.tenantId === tenantId)
    const answer = await requestToken(tenantId, {
      grant_type: 'client_credentials',
      client_id: tool?.clientId ?? '',
      client_secret: tool?.secret ?? '',
      scope: graphScope,
    })
    return String(answer.body['access_token'])
  }
  const graph = async (token: string, path: string, init: RequestInit = {}) =>
    send(path, {
      ...init,
      headers: { authorization: `Bearer ${token}`, ...(init.headers as Record<string, string>) },
    })
  const signIn = async (slug: string, mail: string, more: Partial<BrowserlessSignIn> = {}) => {
    const { web, api } = simulator.registrations()
    return signInWithoutBrowser({
      url: simulator.url,
      tenantId: organization(slug).tenantId,
      clientId: web.clientId,
      redirectUri,
      scope: `${api.scope} openid profile offline_access`,
      mail,
      ...more,
    })
  }
  /** Redeems a refresh token of the web at an organization. */
  const refresh = async (slug: string, refreshToken: string) => {
    const { web, api } = simulator.registrations()
    return requestToken(
      organization(slug).tenantId,
      {
        grant_type: 'refresh_token',
        client_id: web.clientId,
        refresh_token: refreshToken,
        scope: `${api.scope} openid profile offline_access`,
      },
      { origin: portalOrigin },
    )
  }
  const userId = (name: string): string => {
    const found = simulator.cast().find((person) => person.name === name)
    if (!found) throw new Error(`${name} is not in the cast`)
    return found.userId
  }
  return {
    get simulator() {
      return simulator
    },
    organization,
    identity,
    send,
    assertion,
    requestToken,
    appToken,
    toolToken,
    graph,
    signIn,
    refresh,
    userId,
  }
}

/** The claims of a token, unverified. */
export function claimsOf(token: string): Record<string, unknown> {
  const payload = token.split('.')[1] ?? ''
  return JSON.parse(Buffer.from(payload, 'base64url').toString('utf8')) as Record<string, unknown>
}

export function list(body: Record<string, unknown>): Record<string, unknown>[] {
  return body['value'] as Record<string, unknown>[]
}

export function byText(a: unknown, b: unknown): number {
  return String(a).localeCompare(String(b), 'en')
}

export const minuteMs = 60_000
export const hourMs = 60 * minuteMs
export const dayMs = 24 * hourMs
