/** Graph's b2bManagementPolicy, of which a directory has one at most (allow-deny-list.md). */
export interface B2bManagementPolicy {
  readonly id: string
  displayName: string
  /** One text of JSON, as Microsoft keeps it. */
  definition: readonly string[]
  isOrganizationDefault: boolean
}

/** Either of them is empty. */
export interface CollaborationDomains {
  readonly allowed: readonly string[]
  readonly blocked: readonly string[]
}

/** @returns undefined for what is no definition, or names domains of both kinds. */
export function readDefinition(definition: readonly string[]): CollaborationDomains | undefined {
  const lists = listsIn(definition)
  if (!lists) return undefined
  const allowed = domainsIn(lists['AllowedDomains'])
  const blocked = domainsIn(lists['BlockedDomains'])
  if (!allowed || !blocked || (allowed.length > 0 && blocked.length > 0)) return undefined
  return { allowed, blocked }
}

/** Whether people of a domain may be invited. */
export function takesGuestsFrom(policy: B2bManagementPolicy | null, domain: string): boolean {
  const domains = policy && readDefinition(policy.definition)
  if (!domains) return true
  const { allowed, blocked } = domains
  const wanted = domain.toLowerCase()
  return allowed.length > 0 ? allowed.includes(wanted) : !blocked.includes(wanted)
}

function listsIn(definition: readonly string[]): Record<string, unknown> | undefined {
  try {
    const content = JSON.parse(definition[0] ?? '') as {
      B2BManagementPolicy?: { InvitationsAllowedAndBlockedDomainsPolicy?: Record<string, unknown> }
    } | null
    return content?.B2BManagementPolicy?.InvitationsAllowedAndBlockedDomainsPolicy
  } catch {
    return undefined
  }
}

function domainsIn(value: unknown = []): string[] | undefined {
  if (!Array.isArray(value) || !value.every((one) => typeof one === 'string')) return undefined
  return value.map((domain: string) => domain.toLowerCase())
}
