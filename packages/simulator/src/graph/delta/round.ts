import type { Call } from '../operation.ts'
import { propertiesOfGroup } from '../properties.ts'
import { propertiesOfUser } from '../user-properties.ts'
import { type ChangedObject, changedObjects } from './changed-objects.ts'
import { linksOfGroup, tellObject } from './delta-object.ts'
import { selectedProperties, trackedRelations } from './delta-query.ts'
import { budgetOf, fillPage, type Page } from './page.ts'
import type { DeltaQuery, Round } from './state-token.ts'

/** A page of what was changed in a window of the effect log. */
export function tellRound(
  call: Call,
  query: DeltaQuery,
  { from, upTo, at, link }: Round,
  isTold: (id: string) => boolean,
): Page {
  const { tenant, simulation } = call
  const relations = trackedRelations(query)
  const window = simulation.effects.since(from).filter(({ sequence }) => sequence <= upTo)
  const changed = new Map(
    changedObjects(tenant, query.resource, window)
      .filter(({ id }) => (!query.ids || query.ids.includes(id)) && isTold(id))
      .map((object) => [object.id, onlyTracked(object, relations)]),
  )
  return fillPage(
    budgetOf(simulation.variants),
    [...changed.keys()],
    { at, link },
    (id) => {
      const object = changed.get(id)
      if (!object || !isConcerned(call, query, object)) return undefined
      if (!tenant.groups.has(id)) return []
      // What comes, or comes back, comes with everything in it.
      const present = object.isWhole ? linksOfGroup(tenant, relations, id) : []
      return [...new Set([...present, ...object.links])].toSorted()
    },
    (id, links) => {
      const object = changed.get(id)
      const isMinimal = call.prefersMinimal && !object?.isWhole
      return tellObject(tenant, query, id, {
        links,
        changed: object?.properties ?? new Set(),
        isMinimal,
      })
    },
  )
}

function onlyTracked(object: ChangedObject, relations: readonly string[]): ChangedObject {
  const links = [...object.links].filter((link) => relations.some((name) => link.startsWith(name)))
  return { ...object, links: new Set(links) }
}

/** A change of a property that was not selected does not make the object appear. */
function isConcerned(call: Call, query: DeltaQuery, object: ChangedObject): boolean {
  if (object.isWhole || object.links.size > 0) return true
  return propertyNames(call, query, object.id).some((name) =>
    object.properties.has(name.toLowerCase()),
  )
}

function propertyNames({ tenant }: Call, query: DeltaQuery, id: string): readonly string[] {
  const selected = selectedProperties(query)
  if (selected) return selected
  const user = tenant.users.get(id)
  const group = tenant.groups.get(id)
  if (user) return Object.keys(propertiesOfUser(tenant, user, undefined))
  return group ? Object.keys(propertiesOfGroup(tenant, group, undefined)) : []
}
