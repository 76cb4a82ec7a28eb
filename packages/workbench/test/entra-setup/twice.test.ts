import { mkdtemp, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { delimiter, dirname, join } from 'node:path'
import { startSimulator } from '@foyer/simulator/simulator'
import { afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { contoso, organizationOptions, type Outcome, runScript, sharedOptions } from './script.ts'
import { microsoftGraph, startTenant, type Tenant } from './tenant.ts'

let pems: readonly string[]
let tenant: Tenant
let folder: string

beforeAll(async () => {
  const simulator = await startSimulator({ portalOrigin: 'http://localhost' })
  pems = simulator
    .registrations()
    .organizations.flatMap(({ identities }) => Object.values(identities))
    .map(({ pem }) => pem)
  await simulator.close()
})

beforeEach(async () => {
  tenant = await startTenant(contoso.tenantId)
  folder = await mkdtemp(join(tmpdir(), 'foyer-setup-'))
  await placeOpenssl(pems[0])
})

afterEach(async () => {
  await tenant[Symbol.asyncDispose]()
  await rm(folder, { recursive: true })
})

test('running the host’s script twice changes nothing', async () => {
  const first = await registerShared()
  expect(first.code).toBe(0)
  expect(tenant.applications).toHaveLength(2)
  expectNoWrites(await rerun(registerShared), first)
})

test('running the organization’s script twice changes nothing', async () => {
  const everything = ['--identities', 'reader,grouper,keeper', '--operator', contoso.webClientId]
  const first = await registerOrganization(...everything)
  expect(first.stderr).not.toContain('More than')
  expect(first.code).toBe(0)
  expect(tenant.applications).toHaveLength(3)
  expectNoWrites(await rerun(() => registerOrganization(...everything)), first)
})

test('what somebody took away from a registration is put back, and nothing else', async () => {
  await registerShared()
  const api = tenant.applications.find((each) => each['uniqueName'] === 'foyer-api')
  const wanted = structuredClone(api)
  Object.assign(api ?? {}, { optionalClaims: { accessToken: [{ name: 'acct' }] } })
  tenant.writes.length = 0
  await registerShared()
  expect(api).toEqual(wanted)
  expect(tenant.writes).toEqual([{ method: 'PATCH', path: `/applications/${api?.id}` }])
})

test('assignment is switched off, so that guests are not stopped', async () => {
  tenant.servicePrincipals.push({
    id: 'the-api',
    appId: contoso.apiClientId,
    appRoleAssignmentRequired: true,
  })
  await registerOrganization()
  expect(tenant.servicePrincipals.find(({ id }) => id === 'the-api')).toMatchObject({
    appRoleAssignmentRequired: false,
  })
})

test('power beyond what was asked for is named and left to a person', async () => {
  await registerOrganization()
  const graph = tenant.servicePrincipals.find((each) => each['appId'] === microsoftGraph)
  const application = tenant.applications.find((each) => each['uniqueName'] === 'foyer-reader')
  const reader = tenant.servicePrincipals.find((each) => each['appId'] === application?.['appId'])
  tenant.appRoleAssignments.push({
    id: 'an-assignment',
    principalId: reader?.id,
    resourceId: graph?.id,
    resourceDisplayName: 'Microsoft Graph',
    appRoleId: '19dbc75e-c2e2-444c-a770-ec69d8559fc7',
  })
  tenant.roleAssignments.push({
    id: 'a-role',
    principalId: reader?.id,
    roleDefinitionId: 'fe930be7-5e62-47db-91af-98c3a49a38b1',
    directoryScopeId: '/',
  })
  Object.assign(application ?? {}, { passwordCredentials: [{ keyId: 'one' }] })
  tenant.writes.length = 0

  const { code, stderr } = await registerOrganization()
  expect(code).toBe(1)
  expect(tenant.writes).toEqual([])
  expect(stderr.split('\n').filter((line) => line.startsWith('More than'))).toEqual([
    'More than was asked for: The reader holds the permission 19dbc75e-c2e2-444c-a770-ec69d8559fc7 of Microsoft Graph.',
    'More than was asked for: The reader has the role User Administrator over /.',
    'More than was asked for: The reader has a client secret.',
  ])
})

test('the entry names the organization’s own domains and the certificates beside foyer.json', async () => {
  const { stdout } = await registerOrganization('--listed')
  expect(JSON.parse(stdout)).toMatchObject({
    tenantId: contoso.tenantId,
    slug: 'contoso',
    name: 'Contoso',
    domains: ['contoso.com'],
    listed: true,
    identities: {
      reader: { certificate: { file: 'contoso-reader.pem' } },
      grouper: { certificate: { file: 'contoso-grouper.pem' } },
    },
  })
})

test('a key is made by openssl, for its owner’s eyes only, and never sent', async () => {
  await registerOrganization('--identities', 'reader')
  expect(await readFile(join(folder, 'openssl.arguments'), 'utf8')).toBe(
    'req -x509 -sha256 -days 365 -subj /CN=Foyer reader -newkey rsa:3072 -nodes -keyout - -out -',
  )
  const file = join(folder, 'contoso-reader.pem')
  const pem = await readFile(file, 'utf8')
  const secret = pem.split('-----END PRIVATE KEY-----')[0]?.split('\n')[1] ?? ''
  expect((await stat(file)).mode & 0o777).toBe(0o600)
  expect(secret).toHaveLength(64)
  expect(JSON.stringify(tenant.applications)).not.toContain(secret)
})

test('a certificate is rotated in two steps, and both work in between', async () => {
  const options = ['--identities', 'reader']
  await registerOrganization(...options)
  await rename(join(folder, 'contoso-reader.pem'), join(folder, 'contoso-reader.old.pem'))
  await placeOpenssl(pems[1])
  await registerOrganization(...options)
  const [first, second] = fingerprints()
  expect(second).not.toBe(first)
  await registerOrganization(...options, '--retire-certificates')
  expect(fingerprints()).toEqual([second])
  expect(await readdir(folder)).toContain('contoso-reader.old.pem')
})

test('a token for another tenant is refused before anything is written', async () => {
  const { code, stderr } = await runScript(
    'register-organization',
    [...organizationOptions, '--graph', tenant.url, '--tenant', contoso.webClientId],
    { GRAPH_TOKEN: 'a-token' },
  )
  expect(stderr).toContain(`for the tenant ${contoso.tenantId}, not for ${contoso.webClientId}`)
  expect(code).toBe(1)
  expect(tenant.writes).toEqual([])
})

function registerShared(): Promise<Outcome> {
  const options = [...sharedOptions, '--graph', tenant.url]
  return runScript('register-shared', options, { GRAPH_TOKEN: 'a-token' })
}

function registerOrganization(...more: readonly string[]): Promise<Outcome> {
  const options = [...organizationOptions, '--graph', tenant.url, '--certificates', folder, ...more]
  const path = [folder, dirname(process.execPath), '/usr/bin', '/bin'].join(delimiter)
  return runScript('register-organization', options, { GRAPH_TOKEN: 'a-token', PATH: path })
}

async function rerun(script: () => Promise<Outcome>): Promise<Outcome> {
  tenant.writes.length = 0
  return script()
}

function expectNoWrites(second: Outcome, first: Outcome): void {
  expect(tenant.writes).toEqual([])
  expect(second.code).toBe(0)
  expect(second.stdout).toBe(first.stdout)
}

function fingerprints(): readonly unknown[] {
  const [application] = tenant.applications
  const credentials = application?.['keyCredentials'] as { displayName: string }[] | undefined
  return (credentials ?? []).map(({ displayName }) => displayName)
}

/** A bare machine has no openssl: this one answers with a key and its certificate. */
async function placeOpenssl(pem: string | undefined): Promise<void> {
  const notes = join(folder, 'openssl.arguments')
  const script = [
    '#!/usr/bin/env node',
    `require('node:fs').writeFileSync(${JSON.stringify(notes)}, process.argv.slice(2).join(' '))`,
    `process.stdout.write(${JSON.stringify(pem)})`,
  ]
  await writeFile(join(folder, 'openssl'), script.join('\n'), { mode: 0o700 })
}
