// What a service principal may do. Nothing here takes a power away: what is held beyond what
// Foyer asks for is named, and a person decides.
import { directoryRoles, graphPermissions } from './identities.mjs'

const graphAppId = '00000003-0000-0000-c000-000000000000'

/** @returns the service principal of Microsoft Graph, which every tenant has. */
export function getMicrosoftGraph(graph) {
  const supposed = { id: '<object id of Microsoft Graph>' }
  return graph.read(`/v1.0/servicePrincipals(appId='${graphAppId}')?$select=id`, supposed)
}

/** What a registration declares, so that the tenant's own pages show it. */
export function declarePermissions(permissions) {
  if (permissions.length === 0) return []
  const resourceAccess = permissions.map((name) => ({ id: graphPermissions[name], type: 'Role' }))
  return [{ resourceAppId: graphAppId, resourceAccess }]
}

/**
 * Gives the admin's consent to application permissions of Microsoft Graph.
 *
 * @returns sentences about permissions that are held beyond these.
 */
export async function grantPermissions(graph, principal, microsoftGraph, permissions) {
  const path = `/v1.0/servicePrincipals/${principal.id}/appRoleAssignments`
  const held = await graph.readAll(path)
  const wanted = permissions.map((name) => graphPermissions[name])
  const isWanted = ({ resourceId, appRoleId }) =>
    resourceId === microsoftGraph.id && wanted.includes(appRoleId)
  const missing = wanted.filter(
    (id) => !held.some((grant) => isWanted(grant) && grant.appRoleId === id),
  )
  for (const appRoleId of missing) {
    const grant = { principalId: principal.id, resourceId: microsoftGraph.id, appRoleId }
    await graph.write('POST', path, grant)
  }
  return held
    .filter((grant) => !isWanted(grant))
    .map(({ resourceDisplayName, appRoleId }) => {
      const name = Object.entries(graphPermissions).find(([, id]) => id === appRoleId)?.[0]
      return `holds ${name ?? `the permission ${appRoleId}`} of ${resourceDisplayName}`
    })
}

/** Lets everybody in the organization use one delegated scope of a client: the admin's consent. */
export async function grantScope(graph, client, resource, scope) {
  const path = `/v1.0/servicePrincipals/${client.id}/oauth2PermissionGrants`
  const held = await graph.readAll(path)
  const grant = held.find(
    ({ resourceId, consentType }) => resourceId === resource.id && consentType === 'AllPrincipals',
  )
  if (!grant) {
    const wanted = { clientId: client.id, consentType: 'AllPrincipals', resourceId: resource.id }
    await graph.write('POST', '/v1.0/oauth2PermissionGrants', { ...wanted, scope })
  } else if (!grant.scope.split(' ').includes(scope)) {
    const scopes = `${grant.scope} ${scope}`.trim()
    await graph.write('PATCH', `/v1.0/oauth2PermissionGrants/${grant.id}`, { scope: scopes })
  }
  return held
    .filter(({ resourceId }) => resourceId !== resource.id)
    .map(({ scope: other }) => `may ask for ${other.trim()} of another resource`)
}

/** Gives an app role to a person or a group of this tenant. */
export async function assignAppRole(graph, resource, appRoleId, principalId) {
  const path = `/v1.0/servicePrincipals/${resource.id}/appRoleAssignedTo`
  const held = await graph.readAll(path)
  const isHeld = held.some(
    (grant) => grant.principalId === principalId && grant.appRoleId === appRoleId,
  )
  if (isHeld) return
  await graph.write('POST', path, { principalId, resourceId: resource.id, appRoleId })
}

/**
 * Gives directory roles, each over one scope ("/" is the whole tenant).
 *
 * @returns sentences about roles that are held beyond these.
 */
export async function assignDirectoryRoles(graph, principal, wanted) {
  const path = '/v1.0/roleManagement/directory/roleAssignments'
  const held = await graph.readAll(`${path}?$filter=principalId eq '${principal.id}'`)
  const assignments = wanted.map(({ name, directoryScopeId }) => ({
    principalId: principal.id,
    roleDefinitionId: directoryRoles[name],
    directoryScopeId,
  }))
  const isSame = (one, other) =>
    one.roleDefinitionId === other.roleDefinitionId &&
    one.directoryScopeId === other.directoryScopeId
  for (const assignment of assignments) {
    if (held.some((present) => isSame(present, assignment))) continue
    await graph.write('POST', path, assignment)
  }
  return held
    .filter((present) => !assignments.some((assignment) => isSame(present, assignment)))
    .map(({ roleDefinitionId, directoryScopeId }) => {
      const name = Object.entries(directoryRoles).find(([, id]) => id === roleDefinitionId)?.[0]
      return `has the role ${name ?? roleDefinitionId} over ${directoryScopeId}`
    })
}
