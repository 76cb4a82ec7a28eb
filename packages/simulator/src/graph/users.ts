import { activeAssignmentsOf } from '../world/role.ts'
import { deleteUser } from '../world/deletion.ts'
import { recordEffect } from '../simulation.ts'
import { findUser } from '../world/tenant.ts'
import type { User } from '../world/user.ts'
import { requireUnrestricted } from './authority.ts'
import { badRequest, insufficientPrivileges, notFound } from './graph-error.ts'
import { type Call, type GraphOperation, noContent, param } from './operation.ts'

export const userOperations: readonly GraphOperation[] = [
  {
    method: 'DELETE',
    path: '/users/{user}',
    answer(call) {
      removeUser(call, requireUser(call))
      return noContent
    },
  },
]

/**
 * Whom the address names, or the caller where it begins with /me.
 *
 * @throws {GraphError} 404 for nobody, and for somebody who is deleted; as {@link requireMe}.
 */
export function requireUser(call: Call): User {
  if (call.params['user'] === undefined) return requireMe(call)
  const name = param(call, 'user')
  const user = findUser(call.tenant, name)
  if (!user) throw notFound(name)
  return user
}

/** @throws {GraphError} 400 for an app's own token, which is nobody's. */
export function requireMe({ caller, tenant }: Call): User {
  if (caller.userId === undefined) {
    throw badRequest('/me request is only valid with delegated authentication flow.', 'BadRequest')
  }
  const user = tenant.users.get(caller.userId)
  if (!user) throw notFound(caller.userId)
  return user
}

/** Deletes softly. An app cannot delete whoever holds a role now (user-delete.md). */
export function removeUser(call: Call, user: User): void {
  const { simulation, tenant, caller } = call
  requireUnrestricted(call, user.id)
  if (activeAssignmentsOf(tenant, user.id).length > 0) throw insufficientPrivileges()
  deleteUser(tenant, user, simulation.clock.now())
  recordEffect(simulation, tenant, {
    by: caller.actor,
    what: 'user-deleted',
    targets: { userId: user.id },
  })
}
