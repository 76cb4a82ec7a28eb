import { collectionReply } from './collection-reply.ts'
import { findObject, renderObject } from './directory-object.ts'
import { notFound } from './graph-error.ts'
import { type Call, contextOf, type GraphOperation, type GraphReply } from './operation.ts'
import * as permissions from './permissions.ts'
import { requireUser } from './users.ts'

/** Who invited a user: somebody, or the app that made the account (beta user-list-invitedby.md). */
export const invitedByOperations: readonly GraphOperation[] = [
  {
    method: 'GET',
    path: '/users/{user}/invitedBy',
    versions: ['beta'],
    permissions: permissions.readInviters,
    answer: readInviter,
  },
]

/** V-36: the page promises one object, and its example shows a list. */
function readInviter(call: Call): GraphReply {
  const { tenant, simulation } = call
  const [id] = tenant.inviters.from(requireUser(call).id)
  const inviter = id === undefined ? undefined : findObject(tenant, id)
  if (simulation.variants.inviterReply === 'list') {
    return collectionReply(call, inviter ? [inviter] : [])
  }
  if (!inviter) throw notFound('invitedBy')
  return {
    status: 200,
    body: {
      '@odata.context': contextOf(call, 'directoryObjects/$entity'),
      ...renderObject(call, inviter),
    },
  }
}
