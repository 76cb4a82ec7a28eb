import type { Application } from '../world/application.ts'
import type { Tenant } from '../world/tenant.ts'
import type { World } from '../world/world.ts'
import { SignInError } from './sign-in-error.ts'

const openIdScopes = ['openid', 'profile', 'email', 'offline_access']

/** What a request asks for: one resource's scopes, beside those of OpenID Connect. */
export interface RequestedScopes {
  readonly resource: Application & { readonly api: NonNullable<Application['api']> }
  /** Names without the resource; `.default` for everything that was consented to. */
  readonly names: readonly string[]
  /** The resource's name as it was asked for: a v1 token's audience, and the reply's scope. */
  readonly resourceUri: string
  readonly openId: readonly string[]
}

/** @throws {SignInError} 70011 for a scope that nobody offers, 500011 for an unknown resource. */
export function resolveScopes(world: World, tenant: Tenant, scope: string): RequestedScopes {
  const asked = scope.split(' ').filter(Boolean)
  const openId = asked.filter((name) => openIdScopes.includes(name))
  const others = asked.filter((name) => !openIdScopes.includes(name)).map(splitScope)
  const resourceUri = others[0]?.resourceUri ?? 'https://graph.microsoft.com'
  if (others.some((other) => other.resourceUri !== resourceUri)) {
    throw new SignInError(70011, [`${scope} names more than one resource`])
  }

  const resource = findResource(world, resourceUri)
  if (!resource) throw new SignInError(500011, [resourceUri, tenant.name])
  for (const { name } of others) {
    if (name !== '.default' && !resource.api.scopes.includes(name)) {
      throw new SignInError(70011, [`${resourceUri}/${name}`])
    }
  }
  if (!isPresent(tenant, resource)) throw new SignInError(650052, [resourceUri, tenant.name])
  return { resource, names: others.map(({ name }) => name), resourceUri, openId }
}

/** @returns the scopes that the client may use here, or nothing if one of them lacks consent. */
export function findConsentedScopes(
  tenant: Tenant,
  clientId: string,
  { resource, names, openId }: RequestedScopes,
): readonly string[] | undefined {
  const consents = tenant.servicePrincipals.get(clientId)?.consentedScopes
  const granted = consents?.get(resource.clientId) ?? []
  if (names.length === 0) return granted.filter((name) => openId.includes(name))
  const wanted = names.includes('.default') ? granted : names
  const isConsented = wanted.length > 0 && wanted.every((name) => granted.includes(name))
  return isConsented ? wanted : undefined
}

/** Microsoft's own resources are in every directory, others where somebody added them. */
function isPresent(tenant: Tenant, { clientId, api }: RequestedScopes['resource']): boolean {
  return api.tokenVersion === 1 || tenant.servicePrincipals.has(clientId)
}

function findResource(world: World, uri: string): RequestedScopes['resource'] | undefined {
  const plain = uri.replace(/\/$/, '')
  for (const application of world.applications.values()) {
    const { api } = application
    if (api && (application.clientId === plain || api.identifierUris.includes(plain))) {
      return { ...application, api }
    }
  }
  return undefined
}

function splitScope(scope: string): { resourceUri: string; name: string } {
  const cut = scope.lastIndexOf('/')
  if (cut < 0) return { resourceUri: 'https://graph.microsoft.com', name: scope }
  // Some clients write the slash of the resource twice: https://management.azure.com//scope.
  return { resourceUri: scope.slice(0, cut).replace(/\/$/, ''), name: scope.slice(cut + 1) }
}
