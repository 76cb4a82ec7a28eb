import { activeAssignmentsOf } from '../world/role.ts'
import { isManagementRestricted } from '../world/administrative-unit.ts'
import { deleteUser } from '../world/deletion.ts'
import { recordEffect } from '../simulation.ts'
import { findUser } from '../world/tenant.ts'
import type { User } from '../world/user.ts'
import { collectionReply, findObject } from './directory-object.ts'
import {
  badRequest,
  GraphError,
  insufficientPrivileges,
  managementRestricted,
  notFound,
} from './graph-error.ts'
import {
  type Call,
  contextOf,
  type GraphOperation,
  type GraphReply,
  noContent,
  param,
} from './operation.ts'
import { linkAfter, readMark } from './paging.ts'
import { propertiesOfUser } from './properties.ts'
import { readEqualities } from './query.ts'

export const userOperations: readonly GraphOperation[] = [
  {
    method: 'GET',
    path: '/users',
    cost: 2,
    answer: listUsers,
  },
  { method: 'GET', path: '/users/$count', answer: countUsers },
  { method: 'GET', path: '/users/{user}', answer: getUser },
  {
    method: 'DELETE',
    path: '/users/{user}',
    answer(call) {
      removeUser(call, requireUser(call))
      return noContent
    },
  },
  {
    method: 'GET',
    path: '/users/{user}/sponsors',
    answer(call) {
      const ids = call.tenant.sponsors.from(requireUser(call).id)
      const sponsors = ids.flatMap((id) => findObject(call.tenant, id) ?? [])
      return collectionReply(call, sponsors)
    },
  },
]

/** @throws {GraphError} 404 for nobody, and for somebody who is deleted. */
export function requireUser(call: Call): User {
  const name = param(call, 'user')
  const user = findUser(call.tenant, name)
  if (!user) throw notFound(name)
  return user
}

/** Deletes softly. An app cannot delete whoever holds a role now (user-delete.md). */
export function removeUser({ simulation, tenant, caller }: Call, user: User): void {
  if (isManagementRestricted(tenant, user.id)) throw managementRestricted()
  if (activeAssignmentsOf(tenant, user.id).length > 0) throw insufficientPrivileges()
  deleteUser(tenant, user, simulation.clock.now())
  recordEffect(simulation, tenant, {
    by: caller.actor,
    what: 'user-deleted',
    targets: { userId: user.id },
  })
}

function getUser(call: Call): GraphReply {
  const { select } = call.query
  requireRightToActivity(call)
  const context = select ? `users(${select.join(',')})/$entity` : 'users/$entity'
  return {
    status: 200,
    body: {
      '@odata.context': contextOf(call, context),
      ...propertiesOfUser(call.tenant, requireUser(call), select),
    },
  }
}

/** Walks the order of all users from the mark on, so that a page costs what it holds. */
function listUsers(call: Call): GraphReply {
  const { tenant, query } = call
  requireRightToActivity(call)
  const fits = filterOf(query.filter)
  const size = query.top ?? 100
  const found: User[] = []
  let place = readMark(call)?.place ?? 0
  let hasMore = false
  for (; place < tenant.userOrder.length; place += 1) {
    const user = tenant.users.get(tenant.userOrder[place] ?? '')
    if (!user || !fits(user)) continue
    hasMore = found.length === size
    if (hasMore) break
    found.push(user)
  }
  const last = found.at(-1)
  const counts = query.count && call.isEventual && query.skipToken === undefined
  return {
    status: 200,
    body: {
      '@odata.context': contextOf(
        call,
        query.select ? `users(${query.select.join(',')})` : 'users',
      ),
      ...(counts ? { '@odata.count': count(call, fits) } : {}),
      ...(hasMore && last ? { '@odata.nextLink': linkAfter(call, last.id, place) } : {}),
      value: found.map((user) => propertiesOfUser(tenant, user, query.select)),
    },
  }
}

function countUsers(call: Call): GraphReply {
  if (!call.isEventual) throw badRequest('$count is not currently supported.')
  return { status: 200, body: String(count(call, filterOf(call.query.filter))) }
}

function count({ tenant }: Call, fits: (user: User) => boolean): number {
  let total = 0
  for (const user of tenant.users.values()) if (fits(user)) total += 1
  return total
}

const filterable = [
  'userType',
  'externalUserState',
  'accountEnabled',
  'mail',
  'creationType',
] as const

function filterOf(filter: string | undefined): (user: User) => boolean {
  if (filter === undefined) return () => true
  const wanted = [...readEqualities(filter)].map(([name, value]) => {
    const property = filterable.find((known) => known.toLowerCase() === name.toLowerCase())
    if (property) return [property, fold(value)] as const
    throw new GraphError(
      400,
      'Request_UnsupportedQuery',
      `Unsupported or invalid query filter clause specified for property '${name}' of resource 'User'.`,
    )
  })
  return (user) => wanted.every(([property, value]) => fold(user[property]) === value)
}

/** Graph compares texts without regard to case. */
function fold(value: string | boolean | null): string | boolean | null {
  return typeof value === 'string' ? value.toLowerCase() : value
}

/** signInActivity needs a permission of its own (graph.md 3). */
function requireRightToActivity({ query, caller }: Call): void {
  const asks = query.select?.some((name) => name.toLowerCase() === 'signinactivity')
  if (asks && !caller.roles.includes('AuditLog.Read.All')) throw insufficientPrivileges()
}
