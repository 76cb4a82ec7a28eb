import { apiClientId, graphClientId } from '../world/application.ts'
import { assignmentOfRole } from '../world/app-role-assignment.ts'
import { guidOf } from '../world/guid.ts'
import type { ServicePrincipal } from '../world/service-principal.ts'
import { notFound } from './graph-error.ts'
import { type Call, type GraphOperation, param } from './operation.ts'
import { type PlainList, plainCountReply, plainListReply, plainReply } from './plain-list.ts'
import type { Properties } from './properties.ts'
import { choice, flag, identifier, text } from './query/queried-type.ts'

/** The rows of the table of filter-directory-objects.md, with serviceprincipal.md. */
const principals = {
  context: 'servicePrincipals',
  resource: 'ServicePrincipal',
  filterable: {
    id: identifier,
    accountEnabled: flag('default'),
    appId: identifier,
    displayName: text('default'),
    servicePrincipalType: choice('default'),
  },
  sortable: { displayName: 'default' },
  searchable: ['displayName'],
} as const

/** serviceprincipal-get.md: as its list. */
const readers = ['Application.Read.All', 'Application.ReadWrite.All', 'Directory.Read.All']
const readOne = { application: readers, delegated: readers }

/** The apps as they stand in this directory, and who was given which of their app roles. */
export const servicePrincipalOperations: readonly GraphOperation[] = [
  {
    method: 'GET',
    path: '/servicePrincipals',
    answer: (call) => plainListReply(call, ...principalsOf(call)),
  },
  {
    method: 'GET',
    path: '/servicePrincipals/$count',
    permissions: readOne,
    answer: (call) => plainCountReply(call, ...principalsOf(call)),
  },
  {
    method: 'GET',
    path: '/servicePrincipals/{principal}',
    permissions: readOne,
    answer: (call) =>
      plainReply(call, 'servicePrincipals', propertiesOf(call, requirePrincipal(call))),
  },
  {
    method: 'GET',
    path: '/servicePrincipals(appId={appId})',
    permissions: readOne,
    answer(call) {
      const appId = param(call, 'appId')
      const found = call.tenant.servicePrincipals.get(appId.toLowerCase())
      if (!found) throw notFound(appId)
      return plainReply(call, 'servicePrincipals', propertiesOf(call, found))
    },
  },
  {
    method: 'GET',
    path: '/servicePrincipals/{principal}/appRoleAssignedTo',
    answer(call) {
      const resource = requirePrincipal(call)
      return plainListReply(call, assignedTo(call, resource), {
        context: `servicePrincipals('${resource.id}')/appRoleAssignedTo`,
        resource: 'AppRoleAssignment',
        filterable: ['principalId', 'principalDisplayName'],
        render: (assignment) => assignment,
      })
    },
  },
]

function principalsOf(call: Call): [readonly ServicePrincipal[], PlainList<ServicePrincipal>] {
  const render = (principal: ServicePrincipal) => propertiesOf(call, principal)
  return [[...call.tenant.servicePrincipals.values()], { ...principals, render }]
}

function requirePrincipal(call: Call): ServicePrincipal {
  const name = param(call, 'principal')
  const found = [...call.tenant.servicePrincipals.values()].find(
    ({ id }) => id === name.toLowerCase(),
  )
  if (!found) throw notFound(name)
  return found
}

type Assignment = Properties & { readonly id: string }

/** People hold roles of Foyer's API, apps permissions of Graph. */
function assignedTo({ tenant }: Call, resource: ServicePrincipal): Assignment[] {
  const assign = (role: string, principalId: string, name: string, type: string): Assignment => ({
    ...assignmentOfRole(role, principalId, resource.id),
    deletedDateTime: null,
    principalDisplayName: name,
    principalType: type,
    resourceDisplayName: resource.displayName,
  })
  if (resource.clientId === graphClientId) {
    return [...tenant.servicePrincipals.values()].flatMap(({ id, displayName, graphRoles }) =>
      graphRoles.map((role) => assign(role, id, displayName, 'ServicePrincipal')),
    )
  }
  if (resource.clientId !== apiClientId) return []
  return [...tenant.appRoles].flatMap(([userId, roles]) => {
    const user = tenant.users.get(userId)
    return user ? roles.map((role) => assign(role, userId, user.displayName, 'User')) : []
  })
}

function propertiesOf({ simulation, tenant }: Call, principal: ServicePrincipal): Properties {
  const application = simulation.world.applications.get(principal.clientId)
  const isOwn = application?.signInAudience === 'AzureADMyOrg'
  return {
    id: principal.id,
    deletedDateTime: null,
    accountEnabled: true,
    appDisplayName: principal.displayName,
    appId: principal.clientId,
    appOwnerOrganizationId: isOwn ? tenant.tenantId : guidOf('publisher of shared apps'),
    appRoleAssignmentRequired: principal.isAssignmentRequired,
    displayName: principal.displayName,
    servicePrincipalType: 'Application',
    signInAudience: application?.signInAudience ?? null,
  }
}
