/** A tenant as Azure Resource Manager lists it: of no authority, and only where it answers. */
export interface ListedTenant {
  readonly tenantId: string
  readonly name: string
  /** The one it goes by first. */
  readonly domains: readonly string[]
}

/** What a reply of "Tenants - List" names; whatever is no such reply names nothing. */
export function readTenants(body: unknown): ListedTenant[] {
  const values = isRecord(body) && Array.isArray(body['value']) ? (body['value'] as unknown[]) : []
  return values.filter(isRecord).flatMap((value) => {
    const { tenantId, displayName, defaultDomain, domains, tenantCategory } = value
    // Delegated by Lighthouse: its people manage it from their own tenant and are no guests there.
    if (typeof tenantId !== 'string' || tenantCategory === 'ManagedBy') return []
    const others: unknown[] = Array.isArray(domains) ? domains : []
    const all = new Set([defaultDomain, ...others].filter((domain) => typeof domain === 'string'))
    const [first = tenantId] = all
    const name = typeof displayName === 'string' && displayName !== '' ? displayName : first
    return [{ tenantId: tenantId.toLowerCase(), name, domains: [...all] }]
  })
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}
