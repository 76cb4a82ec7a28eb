import { identityOf } from '@foyer/directory/identity'
import { beforeAll, describe, expect, test } from 'vitest'
import { listNames, readColumn, readTable } from './permissions-page.ts'
import { dryRun, type Line, organizationOptions, sharedOptions } from './script.ts'

// docs/permissions.md is what an administrator signs. These tests hold the scripts, and the
// operations of the directory, to its words.
const identities = ['reader', 'grouper', 'keeper', 'inviter', 'mailer']
const idOfPermission = readColumn('The permissions', 'permission', 'id')
const idOfRole = readColumn('The directory roles', 'role', 'template id')
const refused = readTable('Refused always')

const recommended = 'Recommended: power inside administrative units'
const fallback = 'Fallback: power over the whole tenant'
const ways = [
  [recommended, []],
  [fallback, ['--accept-tenant-wide-power']],
] as const
const everyIdentity = ['--identities', identities.join(','), '--reader-features', 'none']

describe.each(ways)('%s', (heading, options) => {
  const rows = readTable(heading)

  test('names every identity that is registered', () => {
    expect(rows.map((row) => row['identity'])).toEqual(identities)
  })

  let requests: readonly Line[]

  beforeAll(async () => {
    const run = [...organizationOptions, ...everyIdentity, ...options]
    requests = (await dryRun('register-organization', run)).requests
  })

  test.each(rows)('$identity is given these permissions and no others', (row) => {
    const wanted = listNames(row['Graph application permissions'])
    expect(grantedTo(requests, row['identity'])).toEqual(wanted)
    expect(declaredBy(requests, row['identity'])).toEqual(wanted)
  })

  test.each(rows)('$identity is given this role and no other', (row) => {
    const role = row['directory role'] ?? ''
    const unit = `/administrativeUnits/<object id of ${row['over the administrative unit']}>`
    const wanted = [
      { role: 'Directory Readers', over: '/' },
      { role, over: unit },
    ]
    expect(rolesOf(requests, row['identity'])).toEqual(role === '–' ? [] : wanted)
  })
})

describe('the reader, by feature', () => {
  const base = listNames(
    readColumn(fallback, 'identity', 'Graph application permissions')['reader'],
  )

  test('asks for what is marked as asked for, where nothing is said', async () => {
    const { requests } = await dryRun('register-organization', organizationOptions)
    const always = readTable('The reader, by feature').filter(
      (row) => row['asked for'] === 'unless switched off',
    )
    const wanted = [...base, ...always.map((row) => row['permission'] ?? '')]
    expect(grantedTo(requests, 'reader')).toEqual(wanted.toSorted())
  })

  test.each(readTable('The reader, by feature'))('$feature adds $permission', async (row) => {
    const { requests } = await dryRun('register-organization', [
      ...organizationOptions,
      '--reader-features',
      row['feature'] ?? '',
    ])
    expect(grantedTo(requests, 'reader')).toEqual([...base, row['permission'] ?? ''].toSorted())
  })
})

describe('refused always', () => {
  test('is in no request of any script, whatever is switched on', async () => {
    const everything = ['--identities', identities.join(','), '--operator', sharedOptions[1] ?? '']
    const features = [
      '--reader-features',
      'guest-settings,hidden-groups,apps,sign-ins,domain-lists',
    ]
    const runs = await Promise.all([
      dryRun('register-shared', sharedOptions),
      ...ways.map(([, options]) =>
        dryRun('register-organization', [
          ...organizationOptions,
          ...everything,
          ...features,
          ...options,
        ]),
      ),
    ])
    const writes = runs.flatMap((run) => run.requests).filter(({ method }) => method !== 'GET')
    const written = JSON.stringify(writes)
    expect(writes.length).toBeGreaterThan(30)
    expect(refused.filter((row) => written.includes(row['id'] ?? ''))).toEqual([])
    expect(written).not.toMatch(/password|secret/i)
  })

  test('is nowhere asked for by this page', () => {
    const asked = Object.keys(idOfPermission)
    expect(refused.filter((row) => asked.includes(row['permission'] ?? ''))).toEqual([])
  })
})

test('every operation of the directory stands beside its identity', () => {
  const rows = readTable('What each identity may call')
  const onThePage = rows.flatMap((row) =>
    listNames(row['operations of Foyer']).map((operation) => [operation, row['identity']]),
  )
  expect(Object.fromEntries(onThePage)).toEqual(identityOf)
})

function grantedTo(requests: readonly Line[], identity: string | undefined): readonly string[] {
  const path = `/v1.0/servicePrincipals/<service principal of foyer-${identity}>/appRoleAssignments`
  return requests
    .filter((request) => request.method === 'POST' && request.path === path)
    .map(({ body }) => nameOf(idOfPermission, body?.['appRoleId']))
    .toSorted()
}

function declaredBy(requests: readonly Line[], identity: string | undefined): readonly string[] {
  const path = `/v1.0/applications(uniqueName='foyer-${identity}')`
  const request = requests.find((each) => each.method === 'PATCH' && each.path === path)
  const resources = request?.body?.['requiredResourceAccess'] as
    readonly { resourceAccess: readonly { id: string; type: string }[] }[] | undefined
  return (resources ?? [])
    .flatMap(({ resourceAccess }) => resourceAccess)
    .map(({ id, type }) => (type === 'Role' ? nameOf(idOfPermission, id) : `scope ${id}`))
    .toSorted()
}

function rolesOf(requests: readonly Line[], identity: string | undefined) {
  return requests
    .filter(
      ({ path, body }) =>
        path === '/v1.0/roleManagement/directory/roleAssignments' &&
        body?.['principalId'] === `<service principal of foyer-${identity}>`,
    )
    .map(({ body }) => ({
      role: nameOf(idOfRole, body?.['roleDefinitionId']),
      over: body?.['directoryScopeId'],
    }))
}

function nameOf(ids: Readonly<Record<string, string>>, id: unknown): string {
  return (
    Object.entries(ids).find(([, candidate]) => candidate === id)?.[0] ??
    `unknown: ${JSON.stringify(id)}`
  )
}
