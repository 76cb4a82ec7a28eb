import { randomUUID } from 'node:crypto'
import { readFile, writeFile } from 'node:fs/promises'
import { type InputOf, type Operation, urlOf } from '@foyer/contracts/operation'
import { type Simulator, startSimulator } from '@foyer/simulator/simulator'
import { writeDemoConfiguration } from '@foyer/workbench/demo-configuration'
import { makeFolder, openPortal, type Portal, type PortalSetting } from './portal.ts'
import { signIn, type Tokens } from './sign-in.ts'

export interface Answer {
  readonly status: number
  readonly headers: Readonly<Record<string, unknown>>
  readonly body: Readonly<Record<string, unknown>>
}

/** The simulated world, with the portal in front of it. */
export interface World extends AsyncDisposable {
  readonly simulator: Simulator
  readonly portal: Portal
  /** Signs somebody in at an organization, in a browser of their own. */
  enter(mail: string, slug: string): Promise<Tokens>
  /** Calls the API with this token, or with none. */
  call<O extends Operation>(
    token: string | undefined,
    operation: O,
    input: InputOf<O>,
  ): Promise<Answer>
  /** A second process of the API before the same world. */
  openAnotherPortal(setting: PortalSetting): Promise<Pick<World, 'call'> & AsyncDisposable>
  /** What was changed in the directories, in order. */
  effects(): Promise<readonly Effect[]>
  /** How often an address of the simulator was asked for. */
  countRequests(method: string, path: RegExp): Promise<number>
  /** Asks Graph as a tool of the organization's own that may read everything. */
  graph(slug: string, path: string, method?: string): Promise<Answer>
}

/** A change of a directory, as the simulator's checkers see it. */
export interface Effect {
  readonly what: string
  readonly by: { readonly name: string }
  readonly targets: Readonly<Record<string, string>>
}

export interface WorldSetting extends PortalSetting {
  readonly world?: 'pessimist' | 'optimist'
  /** Organizations whose tenants know Foyer, and which Foyer does not serve. */
  readonly without?: readonly string[]
  /** What organizations add to their entry in foyer.json, by slug. */
  readonly declared?: Readonly<Record<string, object>>
}

export const portalOrigin = 'https://portal.test'

export async function openWorld({
  world = 'optimist',
  without = [],
  declared = {},
  ...setting
}: WorldSetting = {}): Promise<World> {
  const simulator = await startSimulator({ portalOrigin, world })
  const registrations = simulator.registrations()
  const folder = await makeFolder()
  const path = await writeDemoConfiguration(
    {
      ...registrations,
      organizations: registrations.organizations.filter(({ slug }) => !without.includes(slug)),
    },
    { simulatorUrl: simulator.url, authority: simulator.authority, folder },
  )
  await declare(path, declared)
  const clock = { now: () => simulator.clock.now(), [Symbol.asyncDispose]: async () => {} }
  const portal = await openPortal(folder, { clock, ...setting })

  function organizationOf(slug: string) {
    const found = registrations.organizations.find((each) => each.slug === slug)
    if (!found) throw new Error(`${slug} is not connected`)
    return found
  }

  return {
    simulator,
    portal,
    enter: async (mail, slug) =>
      signIn(mail, {
        url: simulator.url,
        tenantId: organizationOf(slug).tenantId,
        clientId: registrations.web.clientId,
        redirectUri: `${portalOrigin}/`,
        scope: registrations.api.scope,
      }),
    call: callerOf(portal),
    async openAnotherPortal(other) {
      const second = await openPortal(folder, { clock, ...other })
      return {
        call: callerOf(second),
        [Symbol.asyncDispose]: async () => second[Symbol.asyncDispose](),
      }
    },
    effects: async () => readControl<Effect[]>(simulator.url, 'effects'),
    async countRequests(method, path) {
      const { counts } = await readControl<Requests>(simulator.url, 'requests')
      return counts
        .filter((each) => each.method === method && path.test(each.path))
        .reduce((sum, { count }) => sum + count, 0)
    },
    async graph(slug, path, method = 'GET') {
      const token = await getAppToken(simulator, slug, 'https://graph.microsoft.com')
      const response = await fetch(`${simulator.url}${path}`, {
        method,
        headers: { authorization: `Bearer ${token}`, 'client-request-id': randomUUID() },
      })
      const text = await response.text()
      return {
        status: response.status,
        headers: Object.fromEntries(response.headers),
        body: text ? (JSON.parse(text) as Record<string, unknown>) : {},
      }
    },
    async [Symbol.asyncDispose]() {
      await portal[Symbol.asyncDispose]()
      await simulator.close()
    },
  }
}

function callerOf({ app }: Portal): World['call'] {
  return async (token, operation, input) => {
    const { params, query, body } = input as Record<string, Record<string, unknown>>
    const reply = await app.inject({
      method: operation.method,
      url: urlOf(operation, { ...(params ? { params } : {}), ...(query ? { query } : {}) }),
      headers: token === undefined ? {} : { authorization: `Bearer ${token}` },
      ...(body ? { payload: body } : {}),
    })
    return {
      status: reply.statusCode,
      headers: reply.headers,
      body: reply.body ? (JSON.parse(reply.body) as Record<string, unknown>) : {},
    }
  }
}

interface Requests {
  readonly counts: readonly {
    readonly method: string
    readonly path: string
    readonly count: number
  }[]
}

async function readControl<T>(url: string, what: string): Promise<T> {
  const response = await fetch(`${url}/simulator/${what}`)
  return (await response.json()) as T
}

async function declare(path: string, declared: Readonly<Record<string, object>>): Promise<void> {
  const file = JSON.parse(await readFile(path, 'utf8')) as { organizations: { slug: string }[] }
  const organizations = file.organizations.map((each) => ({ ...each, ...declared[each.slug] }))
  await writeFile(path, JSON.stringify({ ...file, organizations }))
}

/** A token for the organization's own tool, by its secret (RFC 6749, 4.4). */
export async function getAppToken(
  simulator: Simulator,
  slug: string,
  resource: string,
): Promise<string> {
  const { organizations, tools } = simulator.registrations()
  const organization = organizations.find((each) => each.slug === slug)
  const tool = tools.find(({ tenantId }) => tenantId === organization?.tenantId)
  if (!tool) throw new Error(`${slug} has no tool`)
  const response = await fetch(`${simulator.url}/${tool.tenantId}/oauth2/v2.0/token`, {
    method: 'POST',
    body: new URLSearchParams({
      grant_type: 'client_credentials',
      client_id: tool.clientId,
      client_secret: tool.secret,
      scope: `${resource}/.default`,
    }),
  })
  const { access_token: token } = (await response.json()) as { access_token?: string }
  if (!token) throw new Error(`no token for the tool of ${slug}: ${response.status}`)
  return token
}
