import { guidOf } from './guid.ts'
import type { Tenant } from './tenant.ts'

/** An app as it stands in one directory: what it was granted there. */
export interface ServicePrincipal {
  readonly id: string
  readonly clientId: string
  readonly displayName: string
  /** Application permissions of Microsoft Graph, granted by an administrator. */
  readonly graphRoles: readonly string[]
  /** Delegated scopes granted to this client for everybody, by the resource's client id. */
  readonly consentedScopes: ReadonlyMap<string, readonly string[]>
  /** 50105 answers whoever is not assigned. */
  readonly isAssignmentRequired: boolean
}

/** The id that an app has in one directory. */
export function servicePrincipalIdIn({ slug }: Pick<Tenant, 'slug'>, clientId: string): string {
  return guidOf(`${slug} service principal ${clientId}`)
}
