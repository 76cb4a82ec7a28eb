import { readFile, writeFile } from 'node:fs/promises'
import type { InputOf, Operation } from '@foyer/contracts/operation'
import { type Fault, type Simulator, startSimulator } from '@foyer/simulator/simulator'
import type { WorldName } from '@foyer/simulator/worlds'
import { writeDemoConfiguration } from '@foyer/workbench/demo-configuration'
import type { LightMyRequestResponse } from 'fastify'
import { type Answer, callPortal } from './call.ts'
import { makeFolder, openPortal, type Portal, type PortalSetting } from './portal.ts'
import { signIn } from './sign-in.ts'

export type Slug = 'contoso' | 'fabrikam' | 'woodgrove-bank' | 'northwind'

/** Somebody who is signed in at one organization, in front of the portal. */
export interface Visitor {
  /** Undefined where they come without one. */
  readonly token: string | undefined
  call<O extends Operation>(operation: O, input: InputOf<O>): Promise<Answer>
  get(url: string): Promise<LightMyRequestResponse>
  delete(url: string): Promise<LightMyRequestResponse>
}

/** One change that the simulator applied. */
interface Effect {
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
  /** Comes with any token, or with none. */
  comeWith(token: string | undefined): Visitor
  /** The way in of a second process that serves the same world. */
  openAnotherPortal(
    setting: PortalSetting,
  ): Promise<Pick<World, 'comeWith'> & Pick<Portal, 'app'> & AsyncDisposable>
  /** Comes with a token that was issued while the directory still knew and let in this person. */
  enterByOldToken(personId: string, slug: Slug): Promise<Visitor>
  /** What the simulator's Graph lists, asked in the name of an audit of the organization. */
  graph<T>(path: string, slug?: Slug): Promise<T>
  /** Changes the directory as an administrator of it would. */
  changeDirectory(method: string, path: string, body?: object, slug?: Slug): Promise<void>
  /** What the organization's audit gets for a resource: a token of an app, in nobody's name. */
  appToken(resource: string, slug: Slug): Promise<string>
  effects(what: string): Promise<Effect[]>
  /** How often the simulator was asked, by method and path. */
  requests(): Promise<readonly { method: string; path: string; count: number }[]>
  fail(fault: Fault): () => void
}

export interface WorldSetting extends PortalSetting {
  readonly world?: WorldName
  /** Called with every request that Graph has answered. */
  readonly onExchange?: () => void
  /** Organizations whose tenants know Foyer, and which Foyer does not serve. */
  readonly without?: readonly Slug[]
  /** What organizations add to their entry in foyer.json. */
  readonly declared?: Readonly<Partial<Record<Slug, object>>>
}

export const portalOrigin = 'http://localhost:4280'

/** The world that a whole run is about. */
const worldOfTests = (process.env['FOYER_WORLD'] ?? 'pessimist') as WorldName

export async function openWorld({
  world = worldOfTests,
  without = [],
  declared = {},
  onExchange,
  ...setting
}: WorldSetting = {}): Promise<World> {
  const simulator = await startSimulator({
    portalOrigin,
    world,
    ...(onExchange ? { onExchange } : {}),
    // Where they are refused, they never come to the portal (V-11).
    variants: { personalAccounts: 'accepted' },
  })
  const { url, authority, smtpUrl, clock, faults } = simulator
  const folder = await makeFolder()
  const path = await writeDemoConfiguration(simulator.registrations(), {
    simulatorUrl: url,
    authority,
    smtpUrl,
    folder,
  })
  await editOrganizations(path, without, declared)
  const open = async (more: PortalSetting) =>
    openPortal(folder, {
      clock: { now: () => clock.now(), [Symbol.asyncDispose]: async () => {} },
      ...more,
      environment: { PUBLIC_ORIGIN: portalOrigin, ...more.environment },
    })
  const portal = await open(setting)

  const tenantIdOf = (slug: string) =>
    simulator.registrations().organizations.find((each) => each.slug === slug)?.tenantId ?? ''
  const control = async <T>(path: string) => (await fetch(`${url}/simulator/${path}`)).json() as T

  async function appToken(resource: string, slug: Slug): Promise<string> {
    const tool = simulator.registrations().tools.find((each) => each.tenantId === tenantIdOf(slug))
    const reply = await fetch(`${url}/${tenantIdOf(slug)}/oauth2/v2.0/token`, {
      method: 'POST',
      body: new URLSearchParams({
        grant_type: 'client_credentials',
        client_id: tool?.clientId ?? '',
        client_secret: tool?.secret ?? '',
        scope: `${resource}/.default`,
      }),
    })
    return ((await reply.json()) as { access_token: string }).access_token
  }

  async function askGraph(method: string, path: string, slug: Slug, body?: object) {
    const reply = await fetch(`${url}/v1.0${path}`, {
      method,
      headers: {
        authorization: `Bearer ${await appToken('https://graph.microsoft.com', slug)}`,
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
    appToken,
    comeWith: (token) => visitorWith(portal, token),
    async openAnotherPortal(more) {
      const other = await open(more)
      return {
        app: other.app,
        comeWith: (token) => visitorWith(other, token),
        // The folder is that of the world.
        [Symbol.asyncDispose]: async () => other.app.close(),
      }
    },
    async enter(mail, slug = 'contoso') {
      const { accessToken } = await signIn(simulator, portalOrigin, tenantIdOf(slug), mail)
      return visitorWith(portal, accessToken)
    },
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
      return visitorWith(portal, token)
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

function visitorWith(portal: Portal, token: string | undefined): Visitor {
  const headers = token === undefined ? {} : { authorization: `Bearer ${token}` }
  return {
    token,
    call: async (operation, input) => callPortal(portal, token, operation, input),
    get: async (path) => portal.app.inject({ url: path, headers }),
    delete: async (path) => portal.app.inject({ url: path, method: 'DELETE', headers }),
  }
}

async function editOrganizations(
  path: string,
  without: readonly string[],
  declared: Readonly<Record<string, object | undefined>>,
): Promise<void> {
  const file = JSON.parse(await readFile(path, 'utf8')) as { organizations: { slug: string }[] }
  const organizations = file.organizations
    .filter(({ slug }) => !without.includes(slug))
    .map((each) => ({ ...each, ...declared[each.slug] }))
  await writeFile(path, JSON.stringify({ ...file, organizations }))
}
