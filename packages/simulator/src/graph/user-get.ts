import { selectedContext } from './selected-context.ts'
import { queriedUser } from './queried-user.ts'
import { requireSelectable, seenBy } from './basic-profile.ts'
import type { User } from '../world/user.ts'
import { type Call, contextOf, type GraphOperation, type GraphReply } from './operation.ts'
import { requireRightToActivity } from './sign-in-activity.ts'
import { expandUser } from './user-expansion.ts'
import { userRenderer } from './user-properties.ts'
import { requireMe, requireUser } from './users.ts'

export const userGetOperations: readonly GraphOperation[] = [
  { method: 'GET', path: '/users/{user}', answer: (call) => reply(call, requireUser(call)) },
  { method: 'GET', path: '/me', answer: (call) => reply(call, requireMe(call)) },
]

function reply(call: Call, user: User): GraphReply {
  const { select } = call.query
  requireRightToActivity(call)
  requireSelectable(call, user.id)
  const context = `${selectedContext('users', select, queriedUser)}/$entity`
  return {
    status: 200,
    body: {
      '@odata.context': contextOf(call, context),
      ...seenBy(call.caller, userRenderer(call.tenant, select)(user), user.id),
      ...expandUser(call, user),
    },
  }
}
