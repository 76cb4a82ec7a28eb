import type { Tenant } from '../../world/tenant.ts'
import type { Call } from '../operation.ts'
import type { Properties } from '../properties.ts'
import { linksOfGroup, tellObject } from './delta-object.ts'
import { trackedRelations } from './delta-query.ts'
import { budgetOf, fillPage } from './page.ts'
import type { DeltaQuery, Enumeration } from './state-token.ts'

export interface EnumerationPage {
  readonly value: readonly Properties[]
  readonly next: Enumeration | undefined
}

/** A page of what there is: the first round of a feed. */
export function enumerate(
  call: Call,
  query: DeltaQuery,
  position: Enumeration,
  isTold: (id: string) => boolean,
): EnumerationPage {
  return query.resource === 'users'
    ? enumerateUsers(call, query, position)
    : enumerateGroups(call, query, position, isTold)
}

const asItIs = { links: [], changed: new Set<string>(), isMinimal: false }

/** Walks the order of all users, so that a page costs what it holds. */
function enumerateUsers(
  { tenant, simulation }: Call,
  query: DeltaQuery,
  position: Enumeration,
): EnumerationPage {
  const order = query.ids ?? tenant.userOrder
  const { objects } = budgetOf(simulation.variants)
  const value: Properties[] = []
  for (let place = Number(position.at); place < order.length; place += 1) {
    const id = order[place] ?? ''
    if (!tenant.users.has(id)) continue
    if (value.length === objects) return { value, next: { ...position, at: place } }
    value.push(tellObject(tenant, query, id, asItIs))
  }
  return { value, next: undefined }
}

function enumerateGroups(
  { tenant, simulation }: Call,
  query: DeltaQuery,
  position: Enumeration,
  isTold: (id: string) => boolean,
): EnumerationPage {
  const relations = trackedRelations(query)
  const begin = { at: position.at === 0 ? '' : String(position.at), link: position.link }
  const ids =
    query.ids ??
    sortedOnce(tenant, 'groups', begin.at === '', () => [...tenant.groups.keys()].toSorted())
  const { value, next } = fillPage(
    budgetOf(simulation.variants),
    ids,
    begin,
    (id) => {
      if (!tenant.groups.has(id) || !isTold(id)) return undefined
      const isContinued = id === begin.at && begin.link !== ''
      return sortedOnce(tenant, `${id} ${relations.join()}`, !isContinued, () =>
        linksOfGroup(tenant, relations, id),
      )
    },
    (id, links) => tellObject(tenant, query, id, { ...asItIs, links }),
  )
  return { value, next: next && { ...position, ...next } }
}

interface Sorted {
  readonly key: string
  readonly ids: readonly string[]
}
const sortedGroups = new WeakMap<Tenant, Sorted>()
const sortedLinks = new WeakMap<Tenant, Sorted>()

/**
 * Sorting all groups, or all members of a large group, for every page would cost more than the
 * pages. An older list serves a later page, since what came after its beginning is told in the
 * first round of changes.
 */
function sortedOnce(
  tenant: Tenant,
  key: string,
  isFirst: boolean,
  sort: () => readonly string[],
): readonly string[] {
  const kept = key === 'groups' ? sortedGroups : sortedLinks
  const known = kept.get(tenant)
  if (!isFirst && known?.key === key) return known.ids
  const ids = sort()
  kept.set(tenant, { key, ids })
  return ids
}
