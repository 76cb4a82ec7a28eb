import { type Fault, type Simulator, startSimulator } from '@foyer/simulator/simulator'
import { writeDemoConfiguration } from '@foyer/workbench/demo-configuration'
import type { LightMyRequestResponse } from 'fastify'
import { makeFolder, openPortal, type Portal, type PortalSetting } from './portal.ts'
import { signIn } from './sign-in.ts'

type Slug = 'contoso' | 'fabrikam' | 'woodgrove-bank' | 'northwind'

/** Somebody who is signed in at one organization, in front of the portal. */
export interface Visitor {
  readonly token: string
  get(url: string): Promise<LightMyRequestResponse>
  delete(url: string): Promise<LightMyRequestResponse>
}

/** One change that the simulator applied. */
export interface Effect {
  readonly organization: string
  readonly by: { readonly kind: string; readonly name: string }
  readonly what: string
  readonly targets: Readonly<Record<string, string>>
}

/** The whole world in one process: the simulator over HTTP, and the portal that is set up for it. */
export interface World extends AsyncDisposable {
  readonly simulator: Simulator
  readonly portal: Portal
  tenantIdOf(slug: Slug): string
  /** Signs somebody of the cast in, by the simulator's pages. */
  enter(mail: string, slug?: Slug): Promise<Visitor>
  /** Comes with a token that was issued while the directory still knew and let in this person. */
  enterByOldToken(personId: string, slug: Slug): Promise<Visitor>
  /** What the simulator's Graph lists, asked in the name of an audit of the organization. */
  graph<T>(path: string, slug?: Slug): Promise<T>
  /** Changes the directory as an administrator of it would. */
  changeDirectory(method: string, path: string, body?: object, slug?: Slug): Promise<void>
  effects(what: string): Promise<Effect[]>
  /** How often the simulator was asked, by method and path. */
  requests(): Promise<readonly { method: string; path: string; count: number }[]>
  fail(fault: Fault): () => void
}

export async function openWorld(setting: PortalSetting = {}): Promise<World> {
  const portalOrigin = 'http://localhost:4280'
  const simulator = await startSimulator({ portalOrigin })
  const { url, authority, clock, faults } = simulator
  const folder = await makeFolder()
  await writeDemoConfiguration(simulator.registrations(), { simulatorUrl: url, authority, folder })
  const portal = await openPortal(folder, {
    clock: { now: () => clock.now(), [Symbol.asyncDispose]: async () => {} },
    ...setting,
    environment: { PUBLIC_ORIGIN: portalOrigin, ...setting.environment },
  })

  const tenantIdOf = (slug: string) =>
    simulator.registrations().organizations.find((each) => each.slug === slug)?.tenantId ?? ''
  const control = async <T>(path: string) => (await fetch(`${url}/simulator/${path}`)).json() as T

  function visitorWith(token: string): Visitor {
    const headers = { authorization: `Bearer ${token}` }
    return {
      token,
      get: async (path) => portal.app.inject({ url: path, headers }),
      delete: async (path) => portal.app.inject({ url: path, method: 'DELETE', headers }),
    }
  }

  async function auditToken(slug: Slug): Promise<string> {
    const tool = simulator.registrations().tools.find((each) => each.tenantId === tenantIdOf(slug))
    const reply = await fetch(`${url}/${tenantIdOf(slug)}/oauth2/v2.0/token`, {
      method: 'POST',
      body: new URLSearchParams({
        grant_type: 'client_credentials',
        client_id: tool?.clientId ?? '',
        client_secret: tool?.secret ?? '',
        scope: 'https://graph.microsoft.com/.default',
      }),
    })
    return ((await reply.json()) as { access_token: string }).access_token
  }

  async function askGraph(method: string, path: string, slug: Slug, body?: object) {
    const reply = await fetch(`${url}/v1.0${path}`, {
      method,
      headers: {
        authorization: `Bearer ${await auditToken(slug)}`,
        ...(body ? { 'content-type': 'application/json' } : {}),
      },
      ...(body ? { body: JSON.stringify(body) } : {}),
    })
    if (!reply.ok) throw new Error(`${method} ${path}: ${reply.status} ${await reply.text()}`)
    return reply
  }

  return {
    simulator,
    portal,
    tenantIdOf,
    enter: async (mail, slug = 'contoso') =>
      visitorWith(await signIn(simulator, portalOrigin, tenantIdOf(slug), mail)),
    async enterByOldToken(personId, slug) {
      const { web, api } = simulator.registrations()
      const iat = Math.floor(clock.now().getTime() / 1000)
      const token = await simulator.issueToken({
        aud: api.clientId,
        iss: `${authority}/${tenantIdOf(slug)}/v2.0`,
        tid: tenantIdOf(slug),
        oid: personId,
        sub: 'pairwise',
        azp: web.clientId,
        azpacr: '0',
        scp: 'access_as_user',
        ver: '2.0',
        iat,
        nbf: iat,
        exp: iat + 4000,
      })
      return visitorWith(token)
    },
    graph: async <T>(path: string, slug: Slug = 'contoso') =>
      (await askGraph('GET', path, slug)).json() as T,
    async changeDirectory(method, path, body, slug = 'contoso') {
      await askGraph(method, path, slug, body)
    },
    effects: async (what) =>
      (await control<Effect[]>('effects')).filter((effect) => effect.what === what),
    requests: async () =>
      (await control<{ counts: { method: string; path: string; count: number }[] }>('requests'))
        .counts,
    fail: (fault) => faults.add(fault),
    async [Symbol.asyncDispose]() {
      await portal[Symbol.asyncDispose]()
      await simulator.close()
    },
  }
}
