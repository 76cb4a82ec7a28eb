import { selectedContext } from './selected-context.ts'
import { requireSelectable, seenBy } from './basic-profile.ts'
import type { User } from '../world/user.ts'
import { requireRightToActivity } from './sign-in-activity.ts'
import { badRequest } from './graph-error.ts'
import { keep } from './kept-result.ts'
import { type Call, contextOf, type GraphOperation, type GraphReply } from './operation.ts'
import { linkAfter, readMark } from './paging.ts'
import { type Plan, planQuery } from './query/plan.ts'
import { queriedUserIn } from './queried-user.ts'
import { expandUser } from './user-expansion.ts'
import { userRenderer } from './user-properties.ts'

export const userListOperations: readonly GraphOperation[] = [
  { method: 'GET', path: '/users', cost: 2, answer: listUsers },
  { method: 'GET', path: '/users/$count', answer: countUsers },
]

interface Page {
  readonly users: readonly User[]
  readonly nextLink: string | undefined
}

function listUsers(call: Call): GraphReply {
  const { tenant, query, caller } = call
  const size = sizeOf(call)
  const plan = planQuery(call, queriedUserIn(call.tenant))
  requireSelectable(call)
  const render = userRenderer(tenant, query.select)
  const { users, nextLink } = plan.compare ? sortedPage(call, plan, size) : walk(call, plan, size)
  const counts = query.count && call.isEventual && query.skipToken === undefined
  return {
    status: 200,
    body: {
      '@odata.context': contextOf(
        call,
        selectedContext('users', query.select, queriedUserIn(tenant)),
      ),
      // Without the header the option is ignored in silence (aad-advanced-queries.md).
      ...(counts ? { '@odata.count': count(call, plan) } : {}),
      ...(nextLink ? { '@odata.nextLink': nextLink } : {}),
      value: users.map((user) => ({
        ...seenBy(caller, render(user), user.id),
        ...expandUser(call, user),
      })),
    },
  }
}

function countUsers(call: Call): GraphReply {
  if (!call.isEventual) throw badRequest('$count is not currently supported.')
  requireRightToActivity(call)
  return { status: 200, body: String(count(call, planQuery(call, queriedUserIn(call.tenant)))) }
}

/** Walks the order of all users from the mark on, so that a page costs what it holds. */
function walk(call: Call, { fits, isWhole }: Plan, size: number): Page {
  const { users: everybody, userOrder } = call.tenant
  const users: User[] = []
  let place = readMark(call)?.place ?? 0
  for (; place < userOrder.length; place += 1) {
    const user = everybody.get(userOrder[place] ?? '')
    if (!user || !(isWhole || fits(user))) continue
    const last = users.at(-1)
    if (users.length === size && last) return { users, nextLink: linkAfter(call, last.id, place) }
    users.push(user)
  }
  return { users, nextLink: undefined }
}

/** The order is made once between two changes; whoever was deleted meanwhile is left out. */
function sortedPage(call: Call, plan: Plan, size: number): Page {
  const { tenant, query } = call
  const sorted = keep(
    call,
    JSON.stringify(['order', query.filter, query.search, query.orderBy]),
    () => [...tenant.users.values()].filter(plan.fits).toSorted(plan.compare),
  )
  const mark = readMark(call)
  const from = mark ? placeAfter(sorted, mark) : 0
  const users = sorted.slice(from, from + size)
  const last = users.at(-1)
  const hasMore = from + size < sorted.length
  return {
    users,
    nextLink: hasMore && last ? linkAfter(call, last.id, from + size) : undefined,
  }
}

function placeAfter(sorted: readonly User[], { id, place }: { id: string; place: number }): number {
  if (sorted[place - 1]?.id === id) return place
  const found = sorted.findIndex((user) => user.id === id)
  return found >= 0 ? found + 1 : Math.min(place, sorted.length)
}

function count(call: Call, { fits, isWhole }: Plan): number {
  const { tenant, query } = call
  if (isWhole) return tenant.users.size
  return keep(call, JSON.stringify(['count', query.filter, query.search]), () => {
    let total = 0
    for (const user of tenant.users.values()) if (fits(user)) total += 1
    return total
  })
}

/** With signInActivity a page holds 120 at most, whatever is asked for (user-list.md). */
function sizeOf(call: Call): number {
  const size = call.query.top ?? 100
  return requireRightToActivity(call) ? Math.min(size, 120) : size
}
