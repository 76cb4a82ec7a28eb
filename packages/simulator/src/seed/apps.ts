import { defaultAppRoleId } from '../world/app-role-assignment.ts'
import { guidOf } from '../world/guid.ts'
import { servicePrincipalIdIn } from '../world/service-principal.ts'
import type { Tenant } from '../world/tenant.ts'
import { instant } from './days.ts'

export interface AppSeed {
  readonly name: string
  readonly assignedOn: string
  /** Users and groups. */
  readonly assignedTo: readonly { readonly id: string }[]
}

/** Adds an app that only those may use who are assigned to it, themselves or by a group. */
export function addApp(tenant: Tenant, { name, assignedOn, assignedTo }: AppSeed): void {
  const clientId = guidOf(`app ${tenant.slug} ${name}`)
  const resourceId = servicePrincipalIdIn(tenant, clientId)
  tenant.servicePrincipals.set(clientId, {
    id: resourceId,
    clientId,
    displayName: name,
    graphRoles: [],
    consentedScopes: new Map(),
    isAssignmentRequired: true,
  })
  for (const { id: principalId } of assignedTo) {
    tenant.appRoleAssignments.push({
      id: Buffer.from(guidOf(`${principalId} uses ${name}`)).toString('base64url'),
      appRoleId: defaultAppRoleId,
      createdDateTime: instant(assignedOn, 10),
      principalId,
      resourceId,
    })
  }
}
