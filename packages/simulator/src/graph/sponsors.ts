import { collectionReply } from './collection-reply.ts'
import { findObject } from './directory-object.ts'
import type { GraphOperation } from './operation.ts'
import { requireUser } from './users.ts'

/** Who vouches for a user: people and groups. */
export const sponsorOperations: readonly GraphOperation[] = [
  {
    method: 'GET',
    path: '/users/{user}/sponsors',
    answer(call) {
      const ids = call.tenant.sponsors.from(requireUser(call).id)
      return collectionReply(
        call,
        ids.flatMap((id) => findObject(call.tenant, id) ?? []),
      )
    },
  },
  {
    // In the entity model of v1.0 since 2026.
    method: 'GET',
    path: '/users/{user}/sponsorOf',
    answer(call) {
      const ids = call.tenant.sponsors.to(requireUser(call).id)
      return collectionReply(
        call,
        ids.flatMap((id) => findObject(call.tenant, id) ?? []),
      )
    },
  },
]
