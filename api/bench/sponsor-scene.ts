import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { OrganizationId, PersonId } from '@foyer/contracts/ids'
import { proposedPolicy } from '@foyer/lifecycle/policy'
import { writeDemoConfiguration } from '@foyer/workbench/demo-configuration'
import { systemClock } from '../src/clock.ts'
import { type Configuration, readConfiguration } from '../src/configuration/configuration.ts'
import { createMetrics } from '../src/metrics/metrics.ts'
import { openDirectory } from '../src/open-directory.ts'
import { syncOrganization } from '../src/projection/projection.ts'
import { keepNextStandings } from '../src/standing/keep-standings.ts'
import { openStore } from '../src/store/store.ts'
import { signIn } from '../test/support/sign-in.ts'
import { tokenOf } from './graph-token.ts'
import { type Home, makePlace } from './place.ts'
import type { SimulatorProcess } from './simulator-process.ts'

const portalOrigin = 'http://localhost:4280'
/** For so many he vouches. */
export const sponsored = 1_000

/** Somebody who vouches for many guests of an organization. */
export interface Sam {
  readonly personId: PersonId
  readonly organizationId: OrganizationId
  readonly token: string
  readonly guestIds: readonly PersonId[]
}

/** An organization as its directory says, read into a store, under a policy. */
export interface Scene extends AsyncDisposable {
  readonly home: Home
  readonly simulator: SimulatorProcess
  readonly folder: string
  readonly configuration: Configuration
}

export async function letSamVouch(simulator: SimulatorProcess): Promise<Sam> {
  const { url, registrations } = simulator
  const contoso = registrations.organizations.find(({ slug }) => slug === 'contoso')
  const organizationId = (contoso?.tenantId ?? '') as OrganizationId
  const headers = { authorization: `Bearer ${await tokenOf(simulator, organizationId)}` }
  const ask = async <T>(path: string, body?: object) => {
    const reply = await fetch(`${url}/v1.0${path}`, {
      headers: { ...headers, consistencylevel: 'eventual', 'content-type': 'application/json' },
      ...(body ? { method: 'POST', body: JSON.stringify(body) } : {}),
    })
    if (!reply.ok) throw new Error(`${path}: ${reply.status} ${await reply.text()}`)
    return (reply.status === 204 ? undefined : await reply.json()) as T
  }
  const listIds = async (path: string) => {
    const ids: PersonId[] = []
    for (let next: string | undefined = path; next;) {
      const page: { value: { id: PersonId }[]; '@odata.nextLink'?: string } = await ask(next)
      ids.push(...page.value.map(({ id }) => id))
      next = page['@odata.nextLink']?.split('/v1.0')[1]
    }
    return ids
  }
  const [personId] = await listIds("/users?$filter=mail eq 'sam@contoso.com'&$select=id")
  if (!personId) throw new Error('there is no Sam')
  const isUsual =
    "userType eq 'Guest' and creationType eq 'Invitation' and externalUserState eq 'Accepted' and accountEnabled eq true"
  const known = await listIds(`/users?$filter=${isUsual}&$count=true&$select=id&$top=999`)
  const guestIds = known.slice(-sponsored)
  for (const guestId of guestIds) {
    await ask(`/users/${guestId}/sponsors/$ref`, { '@odata.id': `${url}/v1.0/users/${personId}` })
  }
  const signedIn = await signIn(
    { url, registrations: () => registrations },
    portalOrigin,
    organizationId,
    'sam@contoso.com',
  )
  return { organizationId, personId, token: signedIn.accessToken, guestIds }
}

export async function openScene(home: Home, simulator: SimulatorProcess): Promise<Scene> {
  await using made = new AsyncDisposableStack()
  const place = made.use(await makePlace(home))
  const folder = await mkdtemp(join(tmpdir(), 'foyer-bench-'))
  made.defer(async () => rm(folder, { recursive: true, force: true }))
  await mkdir(join(folder, 'web'))
  await writeFile(join(folder, 'web', 'index.html'), '__CSP_NONCE__ __FOYER_CONFIGURATION__')
  await writeFile(join(folder, 'web', 'invitation.html'), '')
  const { databaseUrl } = place.store
  const configuration = await readConfiguration({
    FOYER_CONFIG: await writeDemoConfiguration(simulator.registrations, {
      simulatorUrl: simulator.url,
      authority: simulator.authority,
      folder,
    }),
    PUBLIC_ORIGIN: portalOrigin,
    WEB_ROOT: join(folder, 'web'),
    LOG_LEVEL: 'fatal',
    ...(databaseUrl ? { DATABASE_URL: databaseUrl } : { STORE_FOLDER: place.store.folder }),
  })
  await fill(configuration)
  const kept = made.move()
  const dispose = async () => kept.disposeAsync()
  return { home, simulator, folder, configuration, [Symbol.asyncDispose]: dispose }
}

async function fill(configuration: Configuration): Promise<void> {
  const contoso = configuration.organizations.find(({ slug }) => slug === 'contoso')
  if (!contoso) throw new Error('there is no Contoso')
  const { organizationId } = contoso
  await using store = await openStore(configuration)
  const directory = openDirectory(configuration, systemClock, createMetrics())
  await store.asOrganization(organizationId, async (transaction) =>
    transaction
      .insertInto('policy')
      .values({
        organizationId,
        version: 1,
        policy: JSON.stringify({ ...proposedPolicy, accessDays: 30, confirmEveryDays: null }),
        madeAt: new Date(),
        madeBy: organizationId,
      })
      .execute(),
  )
  await syncOrganization({ store, directory, clock: systemClock }, organizationId)
  let after: PersonId | undefined
  do {
    const from = after
    after = await store.asOrganization(organizationId, async (transaction) =>
      keepNextStandings(transaction, new Date(), from),
    )
  } while (after)
}
