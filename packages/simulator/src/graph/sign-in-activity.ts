import { GraphError, insufficientPrivileges } from './graph-error.ts'
import type { Tenant } from '../world/tenant.ts'
import type { Call } from './operation.ts'
import { unsupportedQuery } from './query/filter-property.ts'

/**
 * signInActivity wants AuditLog.Read.All besides the right to read users, and a tenant with a
 * premium licence; a filter on it stands alone (user.md).
 *
 * @returns whether the request asks for it at all.
 * @throws {GraphError} 403 without permission or licence, 400 for a filter that joins it to another.
 */
export function requireRightToActivity({ query, caller, tenant }: Call): boolean {
  const isSelected = query.select?.some((name) => name.toLowerCase() === 'signinactivity') ?? false
  const isFiltered = /\bsignInActivity\b/i.test(withoutTexts(query.filter ?? ''))
  if (!isSelected && !isFiltered) return false
  const held = caller.userId === undefined ? caller.roles : caller.scopes
  if (!held.includes('AuditLog.Read.All')) throw insufficientPrivileges()
  requirePremiumLicence(tenant)
  if (isFiltered && joinsOtherProperties(query.filter ?? '')) {
    throw unsupportedQuery(
      "Unsupported or invalid query filter clause specified for property 'signInActivity' of resource 'User'.",
    )
  }
  return true
}

/** @throws {GraphError} 403 where the tenant has no Entra ID P1 or P2. */
export function requirePremiumLicence({ hasPremiumLicence }: Tenant): void {
  if (hasPremiumLicence) return
  throw new GraphError(
    403,
    'Authentication_RequestFromNonPremiumTenantOrB2CTenant',
    "Neither tenant is B2C or tenant doesn't have premium license",
  )
}

function joinsOtherProperties(filter: string): boolean {
  const conditions = withoutTexts(filter).split(/\b(?:and|or)\b/i)
  return conditions.some((condition) => !/\bsignInActivity\b/i.test(condition))
}

function withoutTexts(filter: string): string {
  return filter.replaceAll(/'(?:[^']|'')*'/g, "''")
}
