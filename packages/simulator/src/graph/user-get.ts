import { requireSelectable, seenBy } from './basic-profile.ts'
import type { User } from '../world/user.ts'
import { badRequest, notFound } from './graph-error.ts'
import { type Call, contextOf, type GraphOperation, type GraphReply } from './operation.ts'
import { requireRightToActivity } from './sign-in-activity.ts'
import { expandUser } from './user-expansion.ts'
import { userRenderer } from './user-properties.ts'
import { requireUser } from './users.ts'

export const userGetOperations: readonly GraphOperation[] = [
  { method: 'GET', path: '/users/{user}', answer: (call) => reply(call, requireUser(call)) },
  { method: 'GET', path: '/me', answer: (call) => reply(call, requireMe(call)) },
]

/** @throws {GraphError} 400 for an app's own token, which is nobody's. */
export function requireMe({ caller, tenant }: Call): User {
  if (caller.userId === undefined) {
    throw badRequest('/me request is only valid with delegated authentication flow.', 'BadRequest')
  }
  const user = tenant.users.get(caller.userId)
  if (!user) throw notFound(caller.userId)
  return user
}

function reply(call: Call, user: User): GraphReply {
  const { select } = call.query
  requireRightToActivity(call)
  requireSelectable(call, user.id)
  const context = select ? `users(${select.join(',')})/$entity` : 'users/$entity'
  return {
    status: 200,
    body: {
      '@odata.context': contextOf(call, context),
      ...seenBy(call.caller, userRenderer(call.tenant, select)(user), user.id),
      ...expandUser(call, user),
    },
  }
}
