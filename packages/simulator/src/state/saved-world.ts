import { exportIdentityKeys, type IdentityKeys, importIdentityKeys } from '../seed/identity-keys.ts'
import { sharedApplications } from '../seed/registrations.ts'
import { createWorld } from '../seed/seed.ts'
import type { Simulation } from '../simulation.ts'
import type { Variants } from '../variants.ts'
import type { Account } from '../world/account.ts'
import type { Application } from '../world/application.ts'
import { createTenant, type Tenant } from '../world/tenant.ts'
import { collect, type Part, partsOf } from './parts.ts'
import { readState, writeState } from './state-file.ts'

/** The stores that belong to the world. Faults and counted requests belong to a test. */
const stores = [
  'effects',
  'mailbox',
  'notices',
  'signingKeys',
  'sessions',
  'grants',
  'mailCodes',
  'assertions',
] as const satisfies (keyof Simulation)[]

interface General {
  readonly now: string
  readonly variants: Variants
  readonly identityKeys: Readonly<Record<string, string>>
}

/**
 * Everything that a reset would forget, as bytes: directories, effects, mails, sessions, grants
 * and the clock. With them the private keys, since tokens and registrations are worth nothing
 * without: the state is as little a secret as the simulated world itself.
 */
export function saveWorld(simulation: Simulation, identityKeys: IdentityKeys): Buffer {
  return writeState(everyPart(simulation, identityKeys))
}

function* everyPart(simulation: Simulation, identityKeys: IdentityKeys): Generator<Part, void> {
  const { world, clock, variants } = simulation
  const general: General = {
    now: clock.now().toISOString(),
    variants,
    identityKeys: exportIdentityKeys(identityKeys),
  }
  yield* partsOf('general', general)
  const saved = stores.map((name) => [name, simulation[name].save()])
  yield* partsOf('stores', Object.fromEntries(saved) as object)
  yield* partsOf('world', { accounts: world.accounts, applications: world.applications })
  for (const tenant of world.tenants.values()) yield* partsOf(tenant.tenantId, tenant)
}

/**
 * Puts a saved state in the place of everything; nothing is changed if it cannot be read. The
 * world goes on at the time at which it was saved, and the portal stays where it is now.
 *
 * @returns the keys of the registered identities, from which a later reset builds its world.
 * @throws {RangeError} for what is no state, of another version, or cut off.
 */
export function loadWorld(simulation: Simulation, bytes: Buffer): IdentityKeys {
  const { general, stores: contents, world, ...tenants } = readParts(bytes)
  if (!general || !contents || !world) throw new RangeError('The state has no world.')
  const { now, variants, identityKeys } = general as unknown as General
  const { accounts, applications } = world as unknown as {
    accounts: Map<string, Account>
    applications: Map<string, Application>
  }
  const keys = importIdentityKeys(identityKeys)
  for (const app of sharedApplications(simulation.portalOrigin)) applications.set(app.clientId, app)

  simulation.registrations = createWorld(simulation.portalOrigin, keys, new Date(now)).registrations
  simulation.world = {
    accounts,
    applications,
    tenants: new Map(Object.entries(tenants).map(([id, fields]) => [id, tenantOf(fields)])),
  }
  simulation.variants = variants
  for (const name of stores) simulation[name].load(contents[name])
  simulation.clock.set(new Date(now))
  return keys
}

/** A field that is younger than the state begins empty. */
function tenantOf(fields: Record<string, unknown>): Tenant {
  const saved = fields as unknown as Tenant
  return { ...createTenant(saved), ...saved }
}

function readParts(bytes: Buffer): Record<string, Record<string, unknown>> {
  // What writes and reads a state stands side by side in this file; the version guards the rest.
  return Object.fromEntries(collect(readState(bytes) as Iterable<Part>))
}
