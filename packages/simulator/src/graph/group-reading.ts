import { selectedContext } from './selected-context.ts'
import type { Group } from '../world/group.ts'
import { badRequest } from './graph-error.ts'
import { expandGroup } from './group-expansion.ts'
import { requireGroup } from './groups.ts'
import { type Call, contextOf, type GraphOperation, type GraphReply } from './operation.ts'
import { pageOf } from './paging.ts'
import { propertiesOfGroup } from './properties.ts'
import { queriedGroup } from './queried-group.ts'
import { planQuery } from './query/plan.ts'

export const groupReadingOperations: readonly GraphOperation[] = [
  { method: 'GET', path: '/groups', answer: listGroups },
  { method: 'GET', path: '/groups/$count', answer: countGroups },
  { method: 'GET', path: '/groups/{group}', answer: getGroup },
]

function getGroup(call: Call): GraphReply {
  return {
    status: 200,
    body: {
      '@odata.context': contextOf(call, `${setOf(call)}/$entity`),
      ...render(call, requireGroup(call)),
    },
  }
}

function listGroups(call: Call): GraphReply {
  const found = matching(call)
  const { items, nextLink } = pageOf(call, found)
  const { count, skipToken } = call.query
  // Without the header the option is ignored in silence (aad-advanced-queries.md).
  const counts = count && call.isEventual && skipToken === undefined
  return {
    status: 200,
    body: {
      '@odata.context': contextOf(call, setOf(call)),
      ...(counts ? { '@odata.count': found.length } : {}),
      ...(nextLink ? { '@odata.nextLink': nextLink } : {}),
      value: items.map((group) => render(call, group)),
    },
  }
}

function countGroups(call: Call): GraphReply {
  if (!call.isEventual) throw badRequest('$count is not currently supported.')
  return { status: 200, body: String(matching(call).length) }
}

/** A tenant has thousands of groups at most, so that they are gone through for each page. */
function matching(call: Call): readonly Group[] {
  const { fits, compare, isWhole } = planQuery(call, queriedGroup)
  const groups = [...call.tenant.groups.values()]
  const found = isWhole ? groups : groups.filter(fits)
  return compare ? found.toSorted(compare) : found
}

function render(call: Call, group: Group) {
  return {
    ...propertiesOfGroup(call.tenant, group, call.query.select),
    ...expandGroup(call, group),
  }
}

function setOf({ query }: Call): string {
  return selectedContext('groups', query.select, queriedGroup)
}
