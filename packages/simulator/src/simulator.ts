import { createClock, secondsOf } from './control/clock.ts'
import { createEffectLog } from './control/effects.ts'
import type { Exchange } from './control/exchange.ts'
import { createFaults, type Fault } from './control/faults.ts'
import { createMailbox } from './control/mailbox.ts'
import { createRequestLog } from './control/request-log.ts'
import { cast } from './seed/cast.ts'
import { generate, type GenerationSize } from './seed/generate.ts'
import { generateIdentityKeys } from './seed/identity-keys.ts'
import type { Registrations } from './seed/registrations.ts'
import { createWorld } from './seed/seed.ts'
import { settleEveryTenant } from './graph/group-expiry.ts'
import { createServer } from './server.ts'
import { createClientAssertions } from './sign-in/client-assertion.ts'
import { createGrants } from './sign-in/grants.ts'
import { createMailCodes } from './sign-in/mail-codes.ts'
import { createSessions } from './sign-in/sessions.ts'
import { createSigningKeys } from './sign-in/signing-keys.ts'
import type { Simulation } from './simulation.ts'
import { loadWorld, saveWorld } from './state/saved-world.ts'
import { type Variants, type WorldName, worlds } from './variants.ts'
import { userIdOf } from './seed/accounts.ts'

export type { Fault, Registrations, Variants }

export interface SimulatorOptions {
  /** A free one without it. */
  readonly port?: number
  /** Where the portal is served: the only redirect URI of the web's registration. */
  readonly portalOrigin: string
  readonly world?: WorldName
  readonly variants?: Partial<Variants>
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
  readonly clock: { now(): Date; advance(ms: number): void; set(at: Date): void }
  readonly faults: { add(fault: Fault): () => void; clear(): void }
  registrations(): Registrations
  cast(): readonly CastEntry[]
  /** Switches variants until the next reset. */
  choose(variants: Partial<Variants>): void
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
  const variants = { ...worlds[options.world ?? 'pessimist'], ...options.variants }
  const clock = createClock(options.at)
  const simulation: Simulation = {
    ...createWorld(options.portalOrigin, identityKeys, clock.now()),
    variants,
    clock,
    faults: createFaults(),
    requests: createRequestLog(),
    effects: createEffectLog(),
    mailbox: createMailbox(),
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

  clock.onJump(() => settleEveryTenant(simulation))

  const simulator: Omit<Simulator, 'close'> = {
    get url() {
      return simulation.url
    },
    get authority() {
      return simulation.authority
    },
    clock: simulation.clock,
    faults: simulation.faults,
    registrations: () => simulation.registrations,
    cast: () => describeCast(simulation.url),
    choose(chosen) {
      simulation.variants = { ...simulation.variants, ...chosen }
    },
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
    },
    reset() {
      clock.reset()
      simulation.world = createWorld(options.portalOrigin, identityKeys, clock.now()).world
      simulation.variants = variants
      for (const store of [
        simulation.faults,
        simulation.requests,
        simulation.effects,
        simulation.mailbox,
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
  return Object.assign(simulator, { close: async () => server.close() })
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
