import { createClock, secondsOf } from './control/clock.ts'
import { createEffectLog } from './control/effects.ts'
import type { Exchange } from './control/exchange.ts'
import { createFaults, type Fault } from './control/faults.ts'
import { createMailbox } from './control/mailbox.ts'
import { createTroubles, type Troubles } from './control/organization-trouble.ts'
import { createNotices } from './control/notices.ts'
import { createQuotas, type QuotaLimits } from './control/quotas.ts'
import { synchronize } from './control/synchronization.ts'
import { createReplication, type Replication } from './control/replication.ts'
import { createRequestLog } from './control/request-log.ts'
import { openSmtpDoor } from './mail/smtp-door.ts'
import { cast } from './seed/cast.ts'
import { generate, type GenerationSize } from './seed/generate.ts'
import { generateIdentityKeys } from './seed/identity-keys.ts'
import type { Registrations } from './seed/registrations.ts'
import { giveScopedRoles } from './seed/scoped-roles.ts'
import { createWorld } from './seed/seed.ts'
import type { Tenant } from './world/tenant.ts'
import type { World } from './world/world.ts'
import { settleEveryTenant } from './graph/group-expiry.ts'
import { createServer } from './server.ts'
import { createClientAssertions } from './sign-in/client-assertion.ts'
import { createGrants } from './sign-in/grants.ts'
import { createMailCodes } from './sign-in/mail-codes.ts'
import { createSessions } from './sign-in/sessions.ts'
import { createSigningKeys } from './sign-in/signing-keys.ts'
import type { Simulation } from './simulation.ts'
import { loadWorld, saveWorld } from './state/saved-world.ts'
import type { Variants } from './variants.ts'
import { variantsOfWorld, type WorldName } from './worlds.ts'
import { userIdOf } from './seed/accounts.ts'

export type { Fault, Registrations, Variants }

export interface SimulatorOptions {
  /** A free one without it. */
  readonly port?: number
  /** Where mail is taken by SMTP; a free port without it. */
  readonly smtpPort?: number
  /** Where the portal is served: the only redirect URI of the web's registration. */
  readonly portalOrigin: string
  readonly world?: WorldName
  readonly variants?: Partial<Variants>
  /** Throttles by Microsoft's limits, or by these; nothing is throttled without it. */
  readonly quotas?: QuotaLimits
  /** Slugs of organizations whose keeper and grouper hold roles over units, and no permission. */
  readonly scopedRoles?: readonly string[]
  /** When the world begins; now without it. Its clock runs from there. */
  readonly at?: Date
  /** What `save` gave once: the world goes on from there. */
  readonly state?: Buffer
  /** Sees every request to Graph with its reply: for whoever checks them. */
  readonly onExchange?: (exchange: Exchange) => void
}

/** Somebody of the cast, for whoever prints or drives the demo. */
export interface CastEntry {
  readonly name: string
  readonly mail: string
  readonly description: string
  readonly group: string
  /** The organization at whose door they begin, and who they are in it. */
  readonly organization: string
  readonly userId: string
  /** Prepares the simulator's session in a browser and leads to the portal. */
  readonly enterUrl: string
}

export interface Simulator {
  /** Where sign-in, Graph, Resource Manager, the pages and the control door are. */
  readonly url: string
  /** The same with https: a name for MSAL and for issuers, served by nobody. */
  readonly authority: string
  /** Where mail is taken by SMTP, for the mailbox. */
  readonly smtpUrl: string
  readonly clock: { now(): Date; advance(ms: number): void; set(at: Date): void }
  readonly faults: { add(fault: Fault): () => void; clear(): void }
  readonly quotas: { choose(limits: QuotaLimits | 'off'): void }
  /** Until the next reset, lists and feeds are behind; see {@link Replication}. */
  readonly replication: Pick<Replication, 'lag'>
  readonly troubles: Pick<Troubles, 'befall' | 'heal'>
  registrations(): Registrations
  cast(): readonly CastEntry[]
  /** Switches variants until the next reset. */
  choose(variants: Partial<Variants>): void
  /**
   * Until the next reset, gives the keeper and the grouper of an organization roles over units
   * instead of permissions.
   *
   * @throws {RangeError} for an organization that has not connected Foyer.
   */
  scopeRoles(slug: string): void
  /** Signs anything with the real key: for tests of whoever must refuse it. */
  issueToken(
    claims: Readonly<Record<string, unknown>>,
    header?: Readonly<Record<string, unknown>>,
  ): Promise<string>
  /**
   * Fills an organization, named by slug or tenant id, with generated people and groups; see
   * {@link generate}. They are gone after a reset.
   *
   * @returns how many users and groups the organization has then.
   * @throws {RangeError} for an organization or a size that cannot be.
   */
  seed(organization: string, size: GenerationSize): { users: number; groups: number }
  /** Everything that a reset would forget, as bytes for a file. */
  save(): Buffer
  /**
   * Puts a saved state in the place of everything.
   *
   * @throws {RangeError} for what is no state, of another version, or cut off.
   */
  load(state: Buffer): void
  /** The world as it began; keys and registrations stay what they are. */
  reset(): void
  close(): Promise<void>
}

/** Starts Entra, Graph and their kin over HTTP on the loopback interface. */
export async function startSimulator(options: SimulatorOptions): Promise<Simulator> {
  const [generatedKeys, signingKeys] = await Promise.all([
    generateIdentityKeys(),
    createSigningKeys(),
  ])
  let identityKeys = generatedKeys
  const variants = { ...variantsOfWorld(options.world ?? 'pessimist'), ...options.variants }
  const clock = createClock(options.at)
  const beginning = () => {
    const made = createWorld(options.portalOrigin, identityKeys, clock.now())
    for (const slug of options.scopedRoles ?? []) giveScopedRoles(requireTenant(made.world, slug))
    return made
  }
  const simulation: Simulation = {
    ...beginning(),
    variants,
    clock,
    faults: createFaults(),
    quotas: createQuotas(options.quotas),
    replication: createReplication(),
    requests: createRequestLog(),
    effects: createEffectLog(),
    mailbox: createMailbox(),
    notices: createNotices(() => simulation),
    signingKeys,
    sessions: createSessions(),
    grants: createGrants(),
    mailCodes: createMailCodes(),
    assertions: createClientAssertions(),
    url: '',
    authority: '',
    portalOrigin: options.portalOrigin,
    onExchange: options.onExchange,
  }

  clock.onJump(() => {
    settleEveryTenant(simulation)
    for (const tenant of simulation.world.tenants.values()) synchronize(simulation, tenant)
    simulation.notices.deliverDue()
  })

  simulation.effects.watch((effect) => simulation.notices.tell(effect))

  const troubles = createTroubles(() => simulation)
  const simulator: Omit<Simulator, 'close' | 'smtpUrl'> = {
    get url() {
      return simulation.url
    },
    get authority() {
      return simulation.authority
    },
    clock: simulation.clock,
    faults: simulation.faults,
    quotas: simulation.quotas,
    replication: simulation.replication,
    troubles,
    registrations: () => simulation.registrations,
    cast: () => describeCast(simulation.url),
    choose(chosen) {
      simulation.variants = { ...simulation.variants, ...chosen }
    },
    scopeRoles: (slug) => giveScopedRoles(requireTenant(simulation.world, slug)),
    issueToken: (claims, header) =>
      signingKeys.sign({ iat: secondsOf(simulation.clock.now()), ...claims }, header),
    seed(organization, size) {
      const tenant = [...simulation.world.tenants.values()].find(
        ({ slug, tenantId }) => slug === organization || tenantId === organization,
      )
      if (!tenant) throw new RangeError(`There is no organization ${organization}.`)
      generate(tenant, size)
      return { users: tenant.users.size, groups: tenant.groups.size }
    },
    save: () => saveWorld(simulation, identityKeys),
    load(state) {
      identityKeys = loadWorld(simulation, state)
      troubles.clear()
    },
    reset() {
      clock.reset()
      simulation.world = beginning().world
      simulation.variants = variants
      for (const store of [
        troubles,
        simulation.faults,
        simulation.quotas,
        simulation.replication,
        simulation.requests,
        simulation.effects,
        simulation.mailbox,
        simulation.notices,
        simulation.sessions,
        simulation.grants,
        simulation.mailCodes,
        simulation.assertions,
      ]) {
        store.clear()
      }
    },
  }

  if (options.state) simulator.load(options.state)
  const server = createServer(simulation, simulator)
  simulation.url = await server.listen({ host: '127.0.0.1', port: options.port ?? 0 })
  simulation.authority = simulation.url.replace('http:', 'https:')
  const smtp = await openSmtpDoor(options.smtpPort ?? 0, simulation)
  return Object.assign(simulator, {
    smtpUrl: `smtp://127.0.0.1:${smtp.port}`,
    async close() {
      simulation.notices.close()
      await Promise.all([server.close(), smtp.close()])
    },
  })
}

/** @throws {RangeError}. */
function requireTenant({ tenants }: World, slug: string): Tenant {
  const found = [...tenants.values()].find((tenant) => tenant.slug === slug)
  if (!found) throw new RangeError(`There is no organization ${slug}.`)
  return found
}

function describeCast(url: string): CastEntry[] {
  return cast.map(({ account, description, group, slug }) => ({
    name: account.name,
    mail: account.mail,
    description,
    group,
    organization: slug,
    userId: userIdOf(slug, account.mail),
    enterUrl: `${url}/simulator/enter?person=${account.accountId}`,
  }))
}
