import type { Simulation } from '../simulation.ts'
import { consumerTenantId } from '../world/account.ts'
import { findTenant } from '../world/world.ts'
import { SignInError } from './sign-in-error.ts'

const shared = ['common', 'organizations', 'consumers']

/**
 * OpenID Connect discovery of one tenant, or of the shared names whose issuer is a template.
 * The issuer has the https name; the endpoints are where this process can be reached.
 *
 * @throws {SignInError} 90002 for a tenant that does not exist.
 */
export function discoveryDocument(simulation: Simulation, tenantName: string) {
  const { url, authority } = simulation
  const tenant = requireTenantName(simulation, tenantName)
  const endpoint = (path: string) => `${url}/${tenantName}/${path}`
  return {
    token_endpoint: endpoint('oauth2/v2.0/token'),
    token_endpoint_auth_methods_supported: [
      'client_secret_post',
      'private_key_jwt',
      'client_secret_basic',
    ],
    jwks_uri: endpoint('discovery/v2.0/keys'),
    response_modes_supported: ['query', 'fragment', 'form_post'],
    subject_types_supported: ['pairwise'],
    id_token_signing_alg_values_supported: ['RS256'],
    response_types_supported: ['code', 'id_token', 'code id_token', 'id_token token'],
    scopes_supported: ['openid', 'profile', 'email', 'offline_access'],
    issuer: `${authority}/${tenant}/v2.0`,
    request_uri_parameter_supported: false,
    userinfo_endpoint: 'https://graph.microsoft.com/oidc/userinfo',
    authorization_endpoint: endpoint('oauth2/v2.0/authorize'),
    device_authorization_endpoint: endpoint('oauth2/v2.0/devicecode'),
    http_logout_supported: true,
    frontchannel_logout_supported: true,
    end_session_endpoint: endpoint('oauth2/v2.0/logout'),
    claims_supported: [
      'sub',
      'iss',
      'cloud_instance_name',
      'cloud_instance_host_name',
      'cloud_graph_host_name',
      'msgraph_host',
      'aud',
      'exp',
      'iat',
      'auth_time',
      'acr',
      'nonce',
      'preferred_username',
      'name',
      'tid',
      'ver',
      'at_hash',
      'c_hash',
      'email',
    ],
    tenant_region_scope: shared.includes(tenantName) ? null : 'EU',
    cloud_instance_name: 'microsoftonline.com',
    cloud_graph_host_name: 'graph.windows.net',
    msgraph_host: 'graph.microsoft.com',
    rbac_url: 'https://pas.windows.net',
  }
}

/** @throws {SignInError} 90002 for a tenant that does not exist. */
export function keySet(simulation: Simulation, tenantName: string) {
  requireTenantName(simulation, tenantName)
  return { keys: simulation.signingKeys.published(simulation.authority) }
}

/** @throws {SignInError} 50049 for a host that is no instance of this sign-in. */
export function instanceDocument({ url, authority }: Simulation, authorizationEndpoint: string) {
  const host = new URL(authority).host
  const asked = URL.canParse(authorizationEndpoint) ? new URL(authorizationEndpoint) : undefined
  if (asked?.host !== host) throw new SignInError(50049)
  const tenant = asked.pathname.split('/')[1] ?? 'common'
  return {
    tenant_discovery_endpoint: `${url}/${tenant}/v2.0/.well-known/openid-configuration`,
    'api-version': '1.1',
    metadata: [{ preferred_network: host, preferred_cache: host, aliases: [host] }],
  }
}

function requireTenantName({ world }: Simulation, name: string): string {
  if (name === 'consumers') return consumerTenantId
  if (shared.includes(name)) return '{tenantid}'
  const tenant = findTenant(world, name)
  if (!tenant) throw new SignInError(90002, [name], { error: 'invalid_tenant' })
  return tenant.tenantId
}
