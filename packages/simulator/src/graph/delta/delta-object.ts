import type { Tenant } from '../../world/tenant.ts'
import { type Properties, propertiesOfGroup } from '../properties.ts'
import { propertiesOfUser } from '../user-properties.ts'
import { type DeltaQuery } from './state-token.ts'
import { selectedProperties } from './delta-query.ts'

/** How much of an object is told: with `only`, no other properties than these (small letters). */
export interface Telling {
  /** `members/{id}` and `owners/{id}` that are there or went. */
  readonly links: readonly string[]
  readonly changed: ReadonlySet<string>
  /** `Prefer: return=minimal`: only what was changed. */
  readonly isMinimal: boolean
}

/**
 * An object of a feed as it is now. A property without a value is told only where it was changed
 * to have none (group-delta.md, "never been set before").
 */
export function tellObject(
  tenant: Tenant,
  query: DeltaQuery,
  id: string,
  { links, changed, isMinimal }: Telling,
): Properties {
  const properties = propertiesOf(tenant, query, id)
  if (!properties) return { id, '@removed': { reason: reasonOf(tenant, query, id) } }
  const told = Object.entries(properties).filter(([name, value]) => {
    const isChanged = changed.has(name.toLowerCase())
    return name === 'id' || isChanged || (!isMinimal && value !== null)
  })
  return { ...Object.fromEntries(told), ...tellLinks(tenant, id, links) }
}

function propertiesOf(tenant: Tenant, query: DeltaQuery, id: string): Properties | undefined {
  const select = selectedProperties(query)
  if (query.resource === 'users') {
    const user = tenant.users.get(id)
    return user && propertiesOfUser(tenant, user, select)
  }
  const group = tenant.groups.get(id)
  return group && propertiesOfGroup(tenant, group, select)
}

/** `changed` can be restored, `deleted` cannot (delta-query-overview.md). */
function reasonOf(tenant: Tenant, { resource }: DeltaQuery, id: string): string {
  const deleted = resource === 'users' ? tenant.deletedUsers : tenant.deletedGroups
  return deleted.has(id) ? 'changed' : 'deleted'
}

function tellLinks(tenant: Tenant, id: string, links: readonly string[]): Properties {
  const told: Properties = {}
  for (const relation of ['members', 'owners'] as const) {
    const ids = links.filter((link) => link.startsWith(relation)).map(targetOf)
    if (ids.length > 0) {
      told[`${relation}@delta`] = ids.map((target) => tellLink(tenant, relation, id, target))
    }
  }
  return told
}

/** A deleted user stays linked until gone for good, as the documents of groups say. */
function tellLink(
  tenant: Tenant,
  relation: 'members' | 'owners',
  id: string,
  target: string,
): Properties {
  const isGroup = tenant.groups.has(target) || tenant.deletedGroups.has(target)
  const isUser = tenant.users.has(target) || tenant.deletedUsers.has(target)
  const exists = isGroup || isUser
  const wasUser = isUser || (!isGroup && tenant.userOrder.includes(target))
  const type = { '@odata.type': `#microsoft.graph.${wasUser ? 'user' : 'group'}`, id: target }
  return tenant[relation].has(id, target) && exists
    ? type
    : { ...type, '@removed': { reason: 'deleted' } }
}

function targetOf(link: string): string {
  return link.slice(link.indexOf('/') + 1)
}

/** Every link that the feed tells of a group, in an order that changes do not disturb. */
export function linksOfGroup(tenant: Tenant, relations: readonly string[], id: string): string[] {
  return (['members', 'owners'] as const)
    .filter((relation) => relations.includes(relation))
    .flatMap((relation) => tenant[relation].from(id).map((target) => `${relation}/${target}`))
    .toSorted()
}
