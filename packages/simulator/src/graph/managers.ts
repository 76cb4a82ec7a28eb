import { recordEffect } from '../simulation.ts'
import type { User } from '../world/user.ts'
import { requireUnrestricted } from './authority.ts'
import { collectionReply } from './collection-reply.ts'
import { findObject, renderObject } from './directory-object.ts'
import { badRequest, notFound } from './graph-error.ts'
import { requireReferenced } from './object-reference.ts'
import {
  type Call,
  contextOf,
  type GraphOperation,
  type GraphReply,
  noContent,
} from './operation.ts'
import * as permissions from './permissions.ts'
import { requireUser } from './users.ts'

/** Who leads a user, and whom a user leads (user-list-manager.md, user-post-manager.md). */
export const managerOperations: readonly GraphOperation[] = [
  { method: 'GET', path: '/users/{user}/manager', answer: readManager },
  {
    method: 'PUT',
    path: '/users/{user}/manager/$ref',
    permissions: permissions.writeManagers,
    answer: assignManager,
  },
  {
    method: 'DELETE',
    path: '/users/{user}/manager/$ref',
    permissions: permissions.writeManagers,
    answer(call) {
      const user = requireUser(call)
      requireUnrestricted(call, user.id)
      dismiss(call, user, requireManager(call, user).id)
      return noContent
    },
  },
  {
    method: 'GET',
    path: '/users/{user}/directReports',
    permissions: permissions.readReports,
    answer(call) {
      const ids = call.tenant.managers.to(requireUser(call).id)
      return collectionReply(
        call,
        ids.flatMap((id) => findObject(call.tenant, id) ?? []),
      )
    },
  },
]

function readManager(call: Call): GraphReply {
  const manager = requireManager(call, requireUser(call))
  return {
    status: 200,
    body: {
      '@odata.context': contextOf(call, 'directoryObjects/$entity'),
      ...renderObject(call, manager),
    },
  }
}

/** @throws {GraphError} 404 in the words that are recorded for who has none. */
function requireManager({ tenant }: Call, { id }: User) {
  const manager = findObject(tenant, tenant.managers.from(id)[0] ?? '')
  if (!manager) throw notFound('manager')
  return manager
}

/** There is one at most: another takes the place. */
function assignManager(call: Call): GraphReply {
  const { tenant } = call
  const user = requireUser(call)
  requireUnrestricted(call, user.id)
  const manager = requireReferenced(call)
  if (manager.type !== 'user') {
    throw badRequest("Invalid value specified for property 'manager' of resource 'User'.")
  }
  if (tenant.managers.has(user.id, manager.id)) return noContent
  for (const id of tenant.managers.from(user.id)) dismiss(call, user, id)
  tenant.managers.add(user.id, manager.id)
  record(call, 'manager-added', user, manager.id)
  return noContent
}

function dismiss(call: Call, user: User, managerId: string): void {
  call.tenant.managers.remove(user.id, managerId)
  record(call, 'manager-removed', user, managerId)
}

function record(
  { simulation, tenant, caller }: Call,
  what: 'manager-added' | 'manager-removed',
  { id: userId }: User,
  managerId: string,
): void {
  recordEffect(simulation, tenant, { by: caller.actor, what, targets: { userId, managerId } })
}
