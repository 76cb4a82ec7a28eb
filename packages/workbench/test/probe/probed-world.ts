import { openListener } from '@foyer/directory/probe/listener'
import { type Finding, probe, type ProbePorts } from '@foyer/directory/probe/probe'
import { beginProgress, type ProbeProgress } from '@foyer/directory/probe/progress'
import type {
  AccountKind,
  ProbedOrganization,
  ProbeSetting,
  TestGuest,
} from '@foyer/directory/probe/setting'
import type { Arrival, Visit } from '@foyer/directory/probe/sign-ins'
import { visitWithoutBrowser } from '@foyer/simulator/browserless-visit'
import { type Simulator, startSimulator } from '@foyer/simulator/simulator'
import type { Variants } from '@foyer/simulator/variants'

const portalOrigin = 'http://localhost:5198'

/** What docs/unknowns.md asks the operator to lend. */
const operatorPermissions = [
  'User.ReadWrite.All',
  'Group.ReadWrite.All',
  'AdministrativeUnit.ReadWrite.All',
  'RoleManagement.ReadWrite.Directory',
  'Policy.ReadWrite.ConditionalAccess',
  'Policy.ReadWrite.Authorization',
  'User.Invite.All',
]

/** A simulated organization that is asked as a real one would be. */
export interface ProbedWorld extends AsyncDisposable {
  readonly simulator: Simulator
  readonly setting: ProbeSetting
  readonly ports: ProbePorts
  /** Begins anew with these variants, and with an organization that has many people. */
  begin(variants: Variants): void
  ask(options?: {
    readonly only?: readonly string[]
    readonly progress?: ProbeProgress
    readonly isGivenUp?: boolean
    readonly ports?: Partial<ProbePorts>
    readonly setting?: Partial<ProbeSetting>
  }): Promise<Finding[]>
}

export async function openProbedWorld(): Promise<ProbedWorld> {
  const simulator = await startSimulator({ portalOrigin, scopedRoles: ['contoso'] })
  const now = () => simulator.clock.now()
  const listener = await openListener({ host: '127.0.0.1', port: 0, now })
  const { web, api, organizations } = simulator.registrations()

  const lend = (tenantId: string, roles: readonly string[], appid = 'the operator') => ({
    get: async () =>
      simulator.issueToken({
        aud: 'https://graph.microsoft.com',
        tid: tenantId,
        appid,
        roles,
        exp: Math.floor(now().getTime() / 1000) + 3600,
      }),
    forget: () => {},
  })
  const probed = organizations.map(({ tenantId, slug, identities }): ProbedOrganization => {
    const { keeper } = identities
    return {
      slug,
      organizationId: tenantId as ProbedOrganization['organizationId'],
      powers: {
        reader: lend(tenantId, ['User.Read.All', 'GroupMember.Read.All']),
        operator: lend(tenantId, operatorPermissions),
        basicReader: lend(tenantId, ['User.ReadBasic.All']),
        // Its right is a role over a unit, by its registration.
        ...(keeper ? { keeper: lend(tenantId, [], keeper.clientId) } : {}),
      },
      guestUnitId: undefined,
    }
  })
  const [contoso, ...others] = probed
  if (contoso?.slug !== 'contoso') throw new Error('Contoso is the first of them.')
  const guestUnitId = await unitNamed(simulator.url, contoso, 'Foyer guests')
  const setting: ProbeSetting = {
    endpoints: simulator.url,
    graph: simulator.url,
    resourceManager: simulator.url,
    webClientId: web.clientId,
    apiClientId: api.clientId,
    scope: api.scope,
    redirectUri: `${portalOrigin}/`,
    organizations: [{ ...contoso, guestUnitId }, ...others],
    guests,
  }

  const cookies = new Map<string, string>()
  const ports: ProbePorts = {
    now,
    visit: async (visit) => playGuest(visit, cookies),
    agree: async () => true,
    pass: async (until) => {
      // What is on its way arrives before time passes, and what is due then after it.
      await lookAtClock(simulator)
      simulator.clock.advance(until.getTime() - now().getTime())
      await lookAtClock(simulator)
      return true
    },
    save: async () => {},
    tell: () => {},
    notices: listener.notices(`http://127.0.0.1:${listener.port}`),
  }
  return {
    simulator,
    setting,
    ports,
    begin(variants) {
      simulator.reset()
      cookies.clear()
      simulator.choose(variants)
      simulator.seed('woodgrove-bank', { members: 1001, guests: 0, groups: 0 })
    },
    ask: async ({ progress = beginProgress(), ports: other, setting: changed, ...options } = {}) =>
      probe({ ...setting, ...changed }, { ...ports, ...other }, { progress, ...options }),
    async [Symbol.asyncDispose]() {
      await listener[Symbol.asyncDispose]()
      await simulator.close()
    },
  }
}

function guest(mail: string, kind: AccountKind, organization: string): TestGuest {
  return { mail, kind, organization, isDisposable: false, isSynchronized: false }
}

/** Bea may be deleted, and Emil, whom synchronization brings again. */
const guests: readonly TestGuest[] = [
  guest('grace@adatum.com', 'work', 'contoso'),
  guest('grace@adatum.com', 'work', 'northwind'),
  guest('hugo@tailspin.com', 'work', 'contoso'),
  guest('omar@outlook.example', 'microsoft', 'contoso'),
  guest('lena@atelier-vogel.example', 'mail-code', 'contoso'),
  guest('mei@gmail.example', 'google', 'fabrikam'),
  guest('pierre@marchand.example', 'saml', 'fabrikam'),
  { ...guest('bea@outlook.example', 'microsoft', 'contoso'), isDisposable: true },
  { ...guest('emil@adatum.com', 'work', 'fabrikam'), isDisposable: true, isSynchronized: true },
]

/** Each guest has a browser of their own, and does what the pages ask. */
async function playGuest(
  { guest: { mail }, address }: Visit,
  cookies: Map<string, string>,
): Promise<Arrival> {
  const cookie = cookies.get(mail) ?? ''
  const arrival = await visitWithoutBrowser({ address, mail, cookie })
  cookies.set(mail, arrival.cookie)
  const { location, page, wasAsked } = arrival
  if (location === undefined) {
    return { came: 'to-a-page', code: /AADSTS(\d+)/.exec(page)?.[1] ?? '' }
  }
  const parameters = Object.fromEntries(new URL(location).searchParams)
  return { came: 'back', parameters, wasAsked }
}

async function unitNamed(
  url: string,
  { powers }: ProbedOrganization,
  name: string,
): Promise<string> {
  const path = `/v1.0/directory/administrativeUnits?$filter=displayName eq '${name}'`
  const authorization = `Bearer ${await powers.operator?.get()}`
  const reply = await fetch(`${url}${path}`, { headers: { authorization } })
  const { value } = (await reply.json()) as { value: { id: string }[] }
  return value[0]?.id ?? ''
}

async function lookAtClock({ url }: Simulator): Promise<void> {
  for (let times = 0; times < 3; times += 1) await (await fetch(`${url}/simulator/clock`)).text()
}
