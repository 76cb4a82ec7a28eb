import { readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type Simulator, startSimulator } from '@foyer/simulator/simulator'
import { writeDemoConfiguration } from '@foyer/workbench/demo-configuration'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { examine } from '../src/doctor/examine.ts'
import { examineStore } from '../src/doctor/examine-store.ts'
import { lineOf } from '../src/doctor/finding.ts'
import { leastFreeBytes } from '../src/store/free-space.ts'
import { schemaVersion } from '../src/store/migrate.ts'
import { openStore, openUnmigrated } from '../src/store/store.ts'
import { makePlace, type TestPlace } from './support/place.ts'
import { makeFolder } from './support/portal.ts'
import { organizations } from './support/test-store.ts'
import { portalOrigin } from './support/world.ts'

type Identity = { clientId: string; certificate: object }
type Entry = { slug: string; tenantId: string; identities: Record<string, Identity> }

let simulator: Simulator
let folder: string
let place: TestPlace
let file: { organizations: Entry[] }

beforeAll(async () => {
  simulator = await startSimulator({ portalOrigin })
  folder = await makeFolder()
  place = await makePlace()
  const { url: simulatorUrl, authority } = simulator
  const setting = { simulatorUrl, authority, folder }
  const path = await writeDemoConfiguration(simulator.registrations(), setting)
  file = JSON.parse(await readFile(path, 'utf8')) as typeof file
  await (await openStore({ store: place.store, organizations }))[Symbol.asyncDispose]()
})
beforeEach(() => simulator.reset())
afterAll(async () => {
  await simulator.close()
  await place[Symbol.asyncDispose]()
  await rm(folder, { recursive: true })
})

const entry = (slug: string) => {
  const found = file.organizations.find((one) => one.slug === slug)
  if (!found) throw new Error(slug)
  return found
}

/** What is said of these organizations, line by line. */
async function told(
  organizations: readonly object[] = [entry('contoso')],
  environment: Record<string, string> = {},
): Promise<readonly string[]> {
  await writeFile(join(folder, 'foyer.json'), JSON.stringify({ ...file, organizations }))
  const findings = await examine(
    {
      FOYER_CONFIG: join(folder, 'foyer.json'),
      PUBLIC_ORIGIN: portalOrigin,
      WEB_ROOT: join(folder, 'web'),
      // None yet, unless a test has one.
      STORE_FOLDER: join(folder, 'no-store'),
      ...environment,
    },
    () => {},
  )
  return findings.map(lineOf)
}

const wrong = (lines: readonly string[]) => lines.filter((line) => line.startsWith('WRONG'))
/** The entry of Contoso whose identities are others. */
const contosoWith = (identities: object) => ({
  ...entry('contoso'),
  identities: { ...entry('contoso').identities, ...identities },
})
const identityOf = (name: string): Identity => {
  const found = entry('contoso').identities[name]
  if (!found) throw new Error(name)
  return found
}

test('in a healthy world nothing is wrong, and nothing is changed by looking', async () => {
  const lines = await told(file.organizations, place.environment)
  expect(wrong(lines)).toEqual([])
  for (const slug of ['contoso', 'fabrikam', 'northwind', 'woodgrove-bank']) {
    for (const identity of ['reader', 'grouper', 'keeper', 'inviter']) {
      const said = `ok    ${slug} ${identity}: it can do what it is for, and no more`
      expect(lines).toContain(said)
    }
  }
  expect(lines).toContain(`ok    store: its schema is at ${schemaVersion}`)
  expect(lines.filter((line) => line.includes('lacks AuditLog.Read.All'))).toEqual(
    ['fabrikam', 'woodgrove-bank', 'northwind'].map(
      (slug) =>
        `note  ${slug} reader: it lacks AuditLog.Read.All, for findLastSignIn, readSignInSweep; ` +
        'every request to end access waits for a sign-in, or for two weeks; sign-in dates stay unknown',
    ),
  )
  const effects = await fetch(`${simulator.url}/simulator/effects`)
  expect(await effects.json()).toEqual([])
  const requests = await fetch(`${simulator.url}/simulator/requests`)
  expect(((await requests.json()) as { notSimulated: string[] }).notSimulated).toEqual([])
}, 30_000)

test('roles over units serve as well as permissions', async () => {
  simulator.scopeRoles('contoso')
  const lines = await told()
  expect(wrong(lines)).toEqual([])
  for (const identity of ['grouper', 'keeper']) {
    expect(lines).toContain(
      `ok    contoso ${identity}: it can do what it is for, by a role over an administrative unit, and no more`,
    )
  }
})

test('a permission that is missing is named with what it is for and where it comes from', async () => {
  simulator.faults.add({ path: '/v1.0/groups/*', organization: 'contoso', status: 403 })
  expect(wrong(await told([entry('contoso'), entry('fabrikam')]))).toEqual([
    expect.stringMatching(
      /^WRONG contoso reader: it lacks GroupMember\.Read\.All, for listMemberships, readGroupFeed, listGroups, listMembers, listOwners, createWatch, renewWatch – docs\/entra-setup\.md, 2/,
    ),
    expect.stringMatching(
      /^WRONG contoso grouper: it lacks GroupMember\.ReadWrite\.All, for removeMember, addMember – /,
    ),
  ])
})

test('what the organization declared for itself need not be read', async () => {
  simulator.faults.add({ path: '*/policies/*', status: 403 })
  expect(wrong(await told())).toEqual([
    expect.stringContaining('contoso reader: it lacks Policy.Read.All, for findGuestAccess'),
  ])
  const declared = { guestAccess: 'limited', guestsMayLeave: true }
  expect(wrong(await told([{ ...entry('contoso'), ...declared }]))).toEqual([])
})

test('a context of leaving counts where a policy has every guest sign in each time', async () => {
  const lines = wrong(await told([{ ...entry('woodgrove-bank'), leaveContext: 'c1' }]))
  expect(lines).toEqual([
    expect.stringMatching(
      /^WRONG woodgrove-bank leaveContext: no policy behind c1 has every guest/,
    ),
  ])
  simulator.faults.add({ path: '*/conditionalAccess/policies', status: 403 })
  const unread = await told([{ ...entry('woodgrove-bank'), leaveContext: 'c1' }])
  expect(unread.filter((line) => line.includes('leaveContext'))).toEqual([
    expect.stringContaining('cannot be read, so it counts for nothing'),
  ])
  simulator.faults.clear()
  const policy = {
    status: 200,
    body: {
      value: [
        {
          state: 'enabled',
          conditions: {
            applications: { includeAuthenticationContextClassReferences: ['c1'] },
            users: { includeUsers: ['All'] },
            clientAppTypes: ['all'],
          },
          sessionControls: { signInFrequency: { isEnabled: true, frequencyInterval: 'everyTime' } },
        },
      ],
    },
  }
  simulator.faults.add({ path: '*/conditionalAccess/policies', ...policy })
  const well = await told([{ ...entry('woodgrove-bank'), leaveContext: 'c1' }])
  expect(well).toContain('ok    woodgrove-bank leaveContext: a policy stands behind c1')
})

test('a consent that was taken back leaves each identity without its permissions', async () => {
  simulator.troubles.befall('contoso', 'consent-withdrawn')
  const lines = wrong(await told([entry('contoso'), entry('fabrikam')]))
  expect(lines.filter((line) => !line.includes('contoso'))).toEqual([])
  expect(lines.map((line) => /lacks ([\w.]+)/.exec(line)?.[1])).toEqual([
    'User.Read.All',
    'Policy.Read.All',
    'GroupMember.Read.All',
    'RoleManagement.Read.Directory',
    'GroupMember.ReadWrite.All',
    'User.DeleteRestore.All',
  ])
})

test('an identity that can do more than it is for is refused', async () => {
  const lines = wrong(await told([contosoWith({ grouper: identityOf('keeper') })]))
  expect(lines).toEqual([
    expect.stringContaining('contoso grouper: it lacks GroupMember.ReadWrite.All'),
    expect.stringContaining('contoso grouper: it can remove people, and must not – take away'),
  ])
  const reader = wrong(await told([contosoWith({ reader: identityOf('grouper') })]))
  expect(reader).toContainEqual(
    expect.stringContaining('contoso reader: it can take people out of groups, and must not'),
  )
})

test('a client id that the tenant does not know is told as such', async () => {
  const stranger = { ...identityOf('reader'), clientId: '00000000-0000-4000-8000-000000000000' }
  expect(wrong(await told([contosoWith({ reader: stranger })]))).toEqual([
    'WRONG contoso reader: its client id is not known in this tenant (AADSTS700016) – look at clientId in foyer.json',
  ])
})

test('a certificate that is not registered is told as such', async () => {
  const { certificate } = identityOf('keeper')
  const reader = { ...identityOf('reader'), certificate }
  expect(wrong(await told([contosoWith({ reader })]))).toEqual([
    expect.stringContaining('contoso reader: its certificate is not registered (AADSTS700027)'),
  ])
})

test('a tenant that is gone is told once for each identity', async () => {
  simulator.troubles.befall('fabrikam', 'tenant-gone')
  const { reader, keeper } = entry('fabrikam').identities
  const fabrikam = { ...entry('fabrikam'), identities: { reader, keeper } }
  expect(wrong(await told([entry('contoso'), fabrikam]))).toEqual([
    expect.stringContaining('fabrikam reader: there is no such tenant (AADSTS90002)'),
    expect.stringContaining('fabrikam keeper: there is no such tenant (AADSTS90002)'),
  ])
})

test('a directory that does not answer leaves the question open, and that is wrong', async () => {
  simulator.faults.add({ path: '/v1.0/users/delta', status: 500 })
  expect(wrong(await told())).toEqual([
    expect.stringContaining('nobody knows whether it can readGuestFeed: directory-failed'),
  ])
})

test('an organization without a reader is told of', async () => {
  expect(wrong(await told([{ ...entry('contoso'), identities: {} }]))).toEqual([
    expect.stringContaining('contoso reader: foyer.json has none'),
  ])
})

test.each([
  [-90_000, ['WRONG clock: the clock of this machine is 90 s ahead of', 'NTP']],
  [90_000, ['WRONG clock: the clock of this machine is 90 s behind', 'NTP']],
  [30_000, []],
] as const)('a clock of Microsoft that differs by %i ms', async (ms, parts) => {
  const date = new Date(Date.now() + ms).toUTCString()
  simulator.faults.add({ path: '*/openid-configuration', status: 200, headers: { date } })
  const lines = wrong(await told()).join('\n')
  expect(lines.split('\n').filter(Boolean)).toHaveLength(parts.length > 0 ? 1 : 0)
  // A second more or less: the header has no parts of one.
  for (const part of parts) expect(lines.replace(/\b(89|91) s/, '90 s')).toContain(part)
})

test('a sign-in service that is not there is told of', async () => {
  simulator.faults.add({ path: '*/openid-configuration', drop: 'before' })
  expect(wrong(await told())).toEqual([expect.stringContaining('does not answer – look at')])
})

test.each([
  [{ PUBLIC_ORIGIN: 'http://portal.example' }, 'configuration: PUBLIC_ORIGIN must be https'],
  [{ WEB_ROOT: '/nowhere' }, 'configuration: '],
  [
    { DATABASE_URL: 'postgres://foyer:secret@127.0.0.1:1/foyer' },
    'store: the store cannot be reached – look at DATABASE_URL',
  ],
  [
    { NOTIFICATION_ORIGIN: 'http://127.0.0.1:1' },
    'notifications: nothing answers at http://127.0.0.1:1/v1/notifications',
  ],
])('%o is told in one line', async (environment, sentence) => {
  const lines = wrong(await told([entry('contoso')], environment))
  expect(lines).toEqual([expect.stringContaining(sentence)])
  expect(lines.join()).not.toContain('secret')
})

test('an address of notifications that is somebody else is told of', async () => {
  const lines = await told([entry('contoso')], { NOTIFICATION_ORIGIN: simulator.url })
  expect(wrong(lines)).toEqual([
    expect.stringContaining('does not answer as Microsoft asks it to, but 404'),
  ])
})

test('a store of a later version, one that is behind, and an empty one are told apart', async () => {
  await using other = await makePlace()
  const look = async () => (await examineStore({ store: other.store })).map(lineOf).join('\n')
  expect(await look()).toMatch(/there is none yet|it is empty/)
  {
    await using store = await openStore({ store: other.store, organizations })
    await store.database
      .insertInto('migration' as never)
      .values({ name: '9999-later', timestamp: '2099' })
      .execute()
  }
  expect(await look()).toContain('WRONG store: its schema is that of a later version (9999-later)')
  {
    await using store = await openUnmigrated(other.store)
    await store.database
      .deleteFrom('migration' as never)
      .where('name' as never, 'in', ['9999-later', schemaVersion] as never)
      .execute()
  }
  expect(await look()).toContain(`the next start brings it to ${schemaVersion}`)
})

test('a store in which a table lies open is told of', async () => {
  await using other = await makePlace()
  {
    await using store = await openStore({ store: other.store, organizations })
    await store.database.schema.createTable('open').addColumn('name', 'text').execute()
  }
  const lines = (await examineStore({ store: other.store })).map(lineOf)
  expect(wrong(lines)).toEqual([
    expect.stringContaining('store: row-level security is not forced on open'),
  ])
})

test('a disk that is nearly full is told of, and a store that is in use is left alone', async () => {
  const store = { databaseUrl: undefined, folder: join(folder, 'own-store') }
  const full = await examineStore({ store }, async () => leastFreeBytes - 1)
  expect(full.map(lineOf)).toEqual([
    expect.stringMatching(/^WRONG store: 511 MB are free .* – make room: below 512 MB/),
  ])
  await using inUse = await openStore({ store, organizations })
  const lines = (await examineStore({ store })).map(lineOf)
  expect(inUse.kind).toBe('embedded')
  expect(lines.at(-1)).toMatch(/^note {2}store: .* is in use by process \d+/)
}, 30_000)

describe('what an organization names at its own domain', () => {
  const origin = 'https://foyer.contoso.com'
  const real = globalThis.fetch
  let answer: () => Response
  beforeEach(() => {
    globalThis.fetch = async (input, init) => {
      const url = input instanceof Request ? input.url : String(input)
      return url === 'https://contoso.com/.well-known/foyer.json' ? answer() : real(input, init)
    }
  })
  afterEach(() => {
    globalThis.fetch = real
  })
  const line = async () =>
    (await told(undefined, { PUBLIC_ORIGIN: origin })).find((one) => one.includes('contoso.com:'))

  test('is this portal', async () => {
    answer = () => Response.json({ portals: ['https://old.contoso.com', origin], note: 'ours' })
    expect(await line()).toBe(
      'ok    contoso contoso.com: names this portal at https://contoso.com/.well-known/foyer.json',
    )
  })

  test.each([
    ['another portal', () => Response.json({ portals: ['https://other.example'] }), 'names other'],
    ['nothing', () => new Response('not found', { status: 404 }), 'names no portal'],
    ['a page', () => new Response('<html></html>'), 'names no portal'],
    ['no list', () => Response.json({ portals: origin }), 'names no portal'],
    [
      'far too much',
      () => Response.json({ portals: [origin], more: 'x'.repeat(20_000) }),
      'names no',
    ],
    [
      'no answer',
      () => {
        throw new TypeError('fetch failed')
      },
      'names no portal',
    ],
  ])('is %s', async (_what, told, said) => {
    answer = told
    expect(await line()).toMatch(
      new RegExp(`^note  contoso contoso.com: ${said}.*entra-setup.md, Name the portal`),
    )
  })
})
