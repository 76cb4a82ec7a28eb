import { Type } from 'typebox'
import type { Graph } from './graph.ts'
import { maybe } from './graph-shape.ts'
import { whereBetaTells } from './readable.ts'

/** From where an organization takes guests: only from those allowed, or else but from those blocked. */
export interface GuestDomains {
  /** In lower case, as the blocked ones. */
  readonly allowed: readonly string[]
  readonly blocked: readonly string[]
}

const Policies = Type.Object({
  value: Type.Array(
    Type.Object({
      definition: Type.Array(Type.String()),
      isOrganizationDefault: maybe(Type.Boolean()),
    }),
  ),
})

/**
 * The lists of domains that an organization keeps; undefined where nobody can read them. After Microsoft
 * Graph (beta), "List b2bManagementPolicies" and Microsoft Entra, "Allow or block B2B collaboration with
 * organizations".
 */
export async function findGuestDomains(graph: Graph): Promise<GuestDomains | undefined> {
  const answer = await whereBetaTells(graph.readBeta('/policies/b2bManagementPolicies', Policies))
  if (!answer) return undefined
  // Others concern single apps, and nobody who is invited.
  const policy = answer.value.find(({ isOrganizationDefault }) => isOrganizationDefault)
  return policy ? readDefinition(policy.definition) : { allowed: [], blocked: [] }
}

/** One text of JSON; undefined for one that is not understood. */
function readDefinition([text = '']: readonly string[]): GuestDomains | undefined {
  try {
    const content = JSON.parse(text) as {
      B2BManagementPolicy?: { InvitationsAllowedAndBlockedDomainsPolicy?: Lists }
    } | null
    const lists = content?.B2BManagementPolicy?.InvitationsAllowedAndBlockedDomainsPolicy ?? {}
    const allowed = readDomains(lists.AllowedDomains)
    const blocked = readDomains(lists.BlockedDomains)
    return allowed && blocked ? { allowed, blocked } : undefined
  } catch {
    return undefined
  }
}

interface Lists {
  readonly AllowedDomains?: unknown
  readonly BlockedDomains?: unknown
}

function readDomains(value: unknown): readonly string[] | undefined {
  const domains: unknown = value ?? []
  if (!Array.isArray(domains)) return undefined
  const texts = domains.filter((domain) => typeof domain === 'string')
  return texts.length === domains.length ? texts.map((domain) => domain.toLowerCase()) : undefined
}
