import type { Tenant } from '../world/tenant.ts'
import { findUser } from '../world/tenant.ts'
import type { User } from '../world/user.ts'
import { badRequest, conflictOver } from './graph-error.ts'

/**
 * @param except whose own name it may be.
 * @throws {GraphError} 400 for a domain that the tenant has not verified, and for a taken name.
 */
export function requireFreeName(tenant: Tenant, name: string, except?: User): void {
  const domain = name.split('@').at(-1)?.toLowerCase() ?? ''
  if (!tenant.domains.includes(domain)) {
    throw badRequest(
      'The domain portion of the userPrincipalName property is invalid. You must use one of the verified domain names in your organization.',
    )
  }
  const holder = findUser(tenant, name)
  if (holder && holder.id !== except?.id) {
    throw conflictOver('userPrincipalName')
  }
}
