import { join } from 'node:path'
import { ensureAdministrativeUnit } from './administrative-unit.mjs'
import { ensureCertificate, registerCertificate } from './certificate.mjs'
import {
  assignDirectoryRoles,
  declarePermissions,
  getMicrosoftGraph,
  grantPermissions,
} from './grants.mjs'
import { administrativeUnits, identities } from './identities.mjs'
import { ensureApplication, ensureServicePrincipal } from './registration.mjs'

/**
 * Registers one identity in the organization's own tenant: single-tenant, so that Conditional
 * Access for workload identities can pin it to the host's addresses.
 *
 * @returns its entry for foyer.json, and a sentence for everything that it holds beyond the wish.
 */
export async function registerIdentity(graph, name, wish) {
  const { permissions: always, role } = identities[name][wish.power]
  const permissions = [...always, ...wish.furtherPermissions]

  const application = await ensureApplication(graph, `foyer-${name}`, {
    displayName: `Foyer ${name}`,
    signInAudience: 'AzureADMyOrg',
    requiredResourceAccess: declarePermissions(permissions),
  })
  const principal = await ensureServicePrincipal(graph, application.appId, `foyer-${name}`)
  const microsoftGraph = await getMicrosoftGraph(graph)
  const excess = [
    ...(await grantPermissions(graph, principal, microsoftGraph, permissions)),
    ...(await assignDirectoryRoles(graph, principal, await listRoles(graph, role))),
    ...(application.passwordCredentials ?? []).map(() => 'has a client secret'),
  ]

  const certificate = graph.isDryRun
    ? { fingerprint256: '<fingerprint>', raw: `<${wish.file}>`, validTo: '<in a year>' }
    : ensureCertificate(join(wish.folder, wish.file), `Foyer ${name}`)
  await registerCertificate(graph, application, certificate, wish.isOnlyCertificate)
  console.error(`The certificate of the ${name} ends on ${certificate.validTo}.`)

  return {
    identity: { clientId: application.appId, certificate: { file: wish.file } },
    excess: excess.map((sentence) => `The ${name} ${sentence}.`),
  }
}

async function listRoles(graph, role) {
  if (!role) return []
  const unit = await ensureAdministrativeUnit(graph, administrativeUnits[role.unit])
  return [
    // A service principal whose role is over a unit needs this one too, over the whole tenant.
    // https://learn.microsoft.com/entra/identity/role-based-access-control/manage-roles-portal
    { name: 'Directory Readers', directoryScopeId: '/' },
    { name: role.name, directoryScopeId: `/administrativeUnits/${unit.id}` },
  ]
}
