#!/usr/bin/env node
// Connects one organization: lets its guests sign in to Foyer, and registers, in the
// organization's own tenant, the identities with which Foyer reads and changes its directory.
//
//   node register-organization.mjs --tenant <tenant id> --slug contoso \
//     --web-client-id <id> --api-client-id <id> [--identities reader,grouper] [--dry-run]
//
// docs/entra-setup.md explains each option, docs/permissions.md each permission.
import { parseArgs } from 'node:util'
import { operatorRole } from './app-role.mjs'
import { assignAppRole, grantScope } from './grants.mjs'
import { openGraph } from './graph.mjs'
import { identities, readerFeatures } from './identities.mjs'
import { registerIdentity } from './register-identity.mjs'
import { ensureServicePrincipal } from './registration.mjs'
import { requireGuid, requireKnown, requireOrigin, requireSlug, run } from './wishes.mjs'

await run(async () => {
  const { values } = parseArgs({
    options: {
      tenant: { type: 'string' },
      slug: { type: 'string' },
      'web-client-id': { type: 'string' },
      'api-client-id': { type: 'string' },
      identities: { type: 'string', default: 'reader,grouper' },
      'reader-features': { type: 'string', default: 'guest-settings' },
      'accept-tenant-wide-power': { type: 'boolean', default: false },
      operator: { type: 'string', multiple: true, default: [] },
      listed: { type: 'boolean', default: false },
      certificates: { type: 'string', default: '.' },
      'retire-certificates': { type: 'boolean', default: false },
      'dry-run': { type: 'boolean', default: false },
      graph: { type: 'string', default: 'https://graph.microsoft.com' },
    },
  })
  const slug = requireSlug(values.slug)
  const tenantId = requireGuid('tenant', values.tenant)
  const webClientId = requireGuid('web-client-id', values['web-client-id'])
  const apiClientId = requireGuid('api-client-id', values['api-client-id'])
  const operators = values.operator.map((id) => requireGuid('operator', id))
  const names = requireKnown('identities', values.identities, identities)
  const features = requireKnown('reader-features', values['reader-features'], readerFeatures)

  const isDryRun = values['dry-run']
  const graph = openGraph({ origin: requireOrigin('graph', values.graph), tenantId, isDryRun })
  const organization = await requireOrganization(graph, tenantId)
  const excess = await connectSharedApplications(graph, { webClientId, apiClientId, operators })

  const registered = {}
  for (const name of names) {
    const permissions = features.map((feature) => readerFeatures[feature])
    const { identity, ...found } = await registerIdentity(graph, name, {
      power: values['accept-tenant-wide-power'] ? 'tenantWide' : 'scoped',
      furtherPermissions: name === 'reader' ? permissions : [],
      folder: values.certificates,
      file: `${slug}-${name}.pem`,
      isOnlyCertificate: values['retire-certificates'],
    })
    registered[name] = identity
    excess.push(...found.excess)
  }

  graph.tell('This entry belongs into "organizations" in foyer.json:', {
    tenantId,
    slug,
    name: organization.displayName,
    domains: organization.verifiedDomains
      .map((domain) => domain.name.toLowerCase())
      .filter((domain) => !domain.endsWith('.onmicrosoft.com')),
    listed: values.listed,
    identities: registered,
  })
  for (const sentence of excess) console.error(`More than was asked for: ${sentence}`)
  if (excess.length > 0) process.exitCode = 1
})

async function requireOrganization(graph, tenantId) {
  const [found] = await graph.readAll('/v1.0/organization?$select=id,displayName,verifiedDomains', [
    { id: tenantId, displayName: '<name>', verifiedDomains: [{ name: '<verified domain>' }] },
  ])
  if (found?.id === tenantId) return found
  throw new Error(`The token is for the tenant ${found?.id}, not for ${tenantId}.`)
}

async function connectSharedApplications(graph, { webClientId, apiClientId, operators }) {
  // The API first: while it is unknown here, no token for it can be asked for.
  const api = await ensureServicePrincipal(graph, apiClientId, 'Foyer API')
  const web = await ensureServicePrincipal(graph, webClientId, 'Foyer')
  for (const principal of [api, web]) {
    // Else guests end at AADSTS50105. Who may do what is decided in the API, person by person.
    if (!principal.appRoleAssignmentRequired) continue
    const isOpen = { appRoleAssignmentRequired: false }
    await graph.write('PATCH', `/v1.0/servicePrincipals/${principal.id}`, isOpen)
  }
  for (const principalId of operators) {
    await assignAppRole(graph, api, operatorRole.id, principalId)
  }
  const found = await grantScope(graph, web, api, 'access_as_user')
  return found.map((sentence) => `Foyer ${sentence}.`)
}
