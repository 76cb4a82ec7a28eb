import {
  apiClientId,
  apiScope,
  apiScopeName,
  type Application,
  graphClientId,
  resourceManagerClientId,
  webClientId,
} from '../world/application.ts'
import { extensionName } from '../world/extension-property.ts'
import { guidOf } from '../world/guid.ts'
import { servicePrincipalIdIn } from '../world/service-principal.ts'
import type { Tenant } from '../world/tenant.ts'
import {
  certifyIdentity,
  type IdentityKeys,
  type IdentityName,
  identityNames,
} from './identity-keys.ts'

/** What the tenants have registered for Foyer, as whoever configures the portal needs it. */
export interface Registrations {
  readonly web: { readonly clientId: string }
  readonly api: { readonly clientId: string; readonly scope: string }
  readonly organizations: readonly RegisteredOrganization[]
  /** One app with a secret and wide powers in each of them: what an audit would find, and none of Foyer's. */
  readonly tools: readonly RegisteredTool[]
}

export interface RegisteredTool {
  readonly tenantId: string
  readonly clientId: string
  readonly secret: string
}

export interface RegisteredOrganization {
  readonly tenantId: string
  readonly slug: string
  readonly name: string
  readonly domains: readonly string[]
  readonly listed: boolean
  readonly identities: Partial<
    Record<IdentityName, { readonly clientId: string; readonly pem: string }>
  >
  /** With what operators act as themselves; undefined where the organization has not registered it. */
  readonly operatorActs?: { readonly clientId: string }
}

/** Not every organization has it. */
const organizationsWithOperatorActs = ['contoso', 'woodgrove-bank']
const operatorScopes = ['User.Invite.All', 'User-Mail.ReadWrite.All']

/** The application permissions of each identity (entra-review.md 6, the fallback for D to F). */
const graphRolesOf: Readonly<Record<IdentityName, readonly string[]>> = {
  reader: [
    'User.Read.All',
    'GroupMember.Read.All',
    'RoleManagement.Read.Directory',
    'Policy.Read.All',
  ],
  grouper: ['GroupMember.ReadWrite.All'],
  keeper: ['User.DeleteRestore.All', 'User.EnableDisableAccount.All', 'User.Read.All'],
  inviter: ['User.Invite.All'],
  mailer: ['Mail.Send'],
}
/** What an organization gave its reader beyond that. */
const readerFeaturesOf: Readonly<Record<string, readonly string[]>> = {
  contoso: ['Directory.Read.All', 'AuditLog.Read.All', 'Policy.Read.B2BManagementPolicy'],
  fabrikam: ['Member.Read.Hidden'],
}
const toolRoles = ['User.ReadWrite.All', 'Group.ReadWrite.All', 'Directory.Read.All']

/** The app with wide powers that is none of Foyer's. */
export function toolClientIdOf({ slug }: Pick<Tenant, 'slug'>): string {
  return guidOf(`${slug} directory tool`)
}

export function sharedApplications(portalOrigin: string): Application[] {
  return [
    {
      clientId: webClientId,
      displayName: 'Foyer',
      signInAudience: 'AzureADMultipleOrgs',
      spaRedirectUris: [`${portalOrigin}/`],
      certificates: [],
      secrets: [],
    },
    {
      clientId: apiClientId,
      displayName: 'Foyer API',
      signInAudience: 'AzureADMultipleOrgs',
      spaRedirectUris: [],
      certificates: [],
      secrets: [],
      api: {
        identifierUris: [`api://${apiClientId}`],
        scopes: [apiScopeName],
        optionalClaims: ['auth_time', 'acct', 'idtyp', 'acrs', 'xms_cc'],
        tokenVersion: 2,
      },
    },
  ]
}

interface Registered {
  readonly applications: Application[]
  readonly organizations: RegisteredOrganization[]
  readonly tools: RegisteredTool[]
}

export function registerIdentities(
  tenants: readonly Tenant[],
  keys: IdentityKeys,
  portalOrigin: string,
): Registered {
  const applications: Application[] = []
  const organizations: RegisteredOrganization[] = []
  const tools: RegisteredTool[] = []
  for (const tenant of tenants.filter(({ isConnected }) => isConnected)) {
    const identities: RegisteredOrganization['identities'] = {}
    for (const name of identityNames) {
      const certificate = certifyIdentity(keys, tenant.slug, name)
      const clientId = guidOf(`${tenant.slug} foyer ${name}`)
      identities[name] = { clientId, pem: certificate.pemWithKey }
      applications.push({
        clientId,
        displayName: `Foyer ${name}`,
        signInAudience: 'AzureADMyOrg',
        spaRedirectUris: [],
        certificates: [certificate],
        secrets: [],
      })
      addServicePrincipal(tenant, clientId, `Foyer ${name}`, [
        ...graphRolesOf[name],
        ...(name === 'reader' ? (readerFeaturesOf[tenant.slug] ?? []) : []),
      ])
    }
    const tool = {
      tenantId: tenant.tenantId,
      clientId: toolClientIdOf(tenant),
      secret: `not-a-secret-${tenant.slug}`,
    }
    applications.push({
      clientId: tool.clientId,
      displayName: `${tenant.name} Directory Tool`,
      signInAudience: 'AzureADMyOrg',
      spaRedirectUris: [],
      certificates: [],
      secrets: [tool.secret],
    })
    addServicePrincipal(tenant, tool.clientId, `${tenant.name} Directory Tool`, toolRoles)
    connectFoyer(tenant)
    const operatorActs = organizationsWithOperatorActs.includes(tenant.slug)
      ? registerOperatorActs(tenant, applications, portalOrigin)
      : undefined
    organizations.push({
      tenantId: tenant.tenantId,
      slug: tenant.slug,
      name: tenant.name,
      domains: tenant.domains,
      listed: tenant.isListed,
      identities,
      ...(operatorActs ? { operatorActs } : {}),
    })
    tools.push(tool)
  }
  return { applications, organizations, tools }
}

/** A public client of the organization's own, with which people ask for what they themselves may. */
function registerOperatorActs(
  tenant: Tenant,
  applications: Application[],
  portalOrigin: string,
): { readonly clientId: string } {
  const clientId = guidOf(`${tenant.slug} foyer operator acts`)
  const displayName = 'Foyer operator acts'
  applications.push({
    clientId,
    displayName,
    signInAudience: 'AzureADMyOrg',
    spaRedirectUris: [`${portalOrigin}/`],
    certificates: [],
    secrets: [],
  })
  const graphScopes = [...operatorScopes, 'openid', 'profile', 'email', 'offline_access']
  addServicePrincipal(tenant, clientId, displayName, [], [[graphClientId, graphScopes]])
  return { clientId }
}

export function describeRegistrations({ organizations, tools }: Registered): Registrations {
  return {
    web: { clientId: webClientId },
    api: { clientId: apiClientId, scope: apiScope },
    organizations,
    tools,
  }
}

/** The administrator's consent: to the API, to signing in, and to Resource Manager's list; and the extension that can show a guest's end date in the directory. */
function connectFoyer(tenant: Tenant): void {
  tenant.extensionProperties.push({
    name: extensionName(apiClientId, 'accessEndsOn'),
    dataType: 'String',
  })
  addServicePrincipal(tenant, graphClientId, 'Microsoft Graph', [])
  addServicePrincipal(tenant, apiClientId, 'Foyer API', [])
  addServicePrincipal(
    tenant,
    webClientId,
    'Foyer',
    [],
    [
      [apiClientId, [apiScopeName]],
      [graphClientId, ['openid', 'profile', 'email', 'offline_access']],
      [resourceManagerClientId, ['user_impersonation']],
    ],
  )
}

function addServicePrincipal(
  tenant: Tenant,
  clientId: string,
  displayName: string,
  graphRoles: readonly string[],
  consents: readonly (readonly [string, readonly string[]])[] = [],
): void {
  tenant.servicePrincipals.set(clientId, {
    id: servicePrincipalIdIn(tenant, clientId),
    clientId,
    displayName,
    graphRoles,
    consentedScopes: new Map(consents),
    isAssignmentRequired: false,
  })
}
