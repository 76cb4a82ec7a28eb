// A registration and its service principal, made where they are missing and mended where they
// differ. `uniqueName` is a key of our choice that is unique in a tenant, so that no other
// registration with the same display name is ever taken for ours.
// https://learn.microsoft.com/graph/api/application-upsert

const fields = [
  'id',
  'appId',
  'displayName',
  'signInAudience',
  'identifierUris',
  'spa',
  'api',
  'appRoles',
  'optionalClaims',
  'requiredResourceAccess',
  'servicePrincipalLockConfiguration',
  'keyCredentials',
  'passwordCredentials',
]

/** @returns the registration as it now is, with `id`, `appId` and its credentials. */
export async function ensureApplication(graph, uniqueName, wanted) {
  const path = `/v1.0/applications(uniqueName='${uniqueName}')`
  const present = await graph.read(`${path}?$select=${fields.join(',')}`)
  if (!present) {
    const supposed = { id: `<object id of ${uniqueName}>`, appId: `<client id of ${uniqueName}>` }
    return graph.write('PATCH', path, wanted, { prefer: 'create-if-missing', supposed })
  }
  return changeApplication(graph, present, wanted)
}

/** Writes what differs between a registration and what is wanted of it, and nothing else. */
export async function changeApplication(graph, present, wanted) {
  const changes = Object.fromEntries(
    Object.entries(wanted).filter(([field, value]) => !matches(value, present[field])),
  )
  if (Object.keys(changes).length > 0) {
    await graph.write('PATCH', `/v1.0/applications/${present.id}`, changes)
  }
  return { ...present, ...changes }
}

/** @returns the service principal of a client id in this tenant. */
export async function ensureServicePrincipal(graph, appId, name) {
  const path = `/v1.0/servicePrincipals(appId='${appId}')`
  const present = await graph.read(`${path}?$select=id,appId,appRoleAssignmentRequired`)
  if (present) return present
  const supposed = { id: `<service principal of ${name}>`, appId }
  return graph.write('POST', '/v1.0/servicePrincipals', { appId }, { supposed })
}

/** Everything that is wanted is there. Graph adds fields and orders lists as it likes. */
function matches(wanted, present) {
  if (Array.isArray(wanted)) {
    return (
      Array.isArray(present) &&
      wanted.length === present.length &&
      wanted.every((item) => present.some((candidate) => matches(item, candidate)))
    )
  }
  if (typeof wanted === 'object' && wanted !== null) {
    return (
      typeof present === 'object' &&
      present !== null &&
      Object.entries(wanted).every(([field, value]) => matches(value, present[field]))
    )
  }
  return wanted === present
}
