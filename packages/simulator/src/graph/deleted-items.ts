import { theDirectory } from '../control/effects.ts'
import { recordEffect } from '../simulation.ts'
import type { Group } from '../world/group.ts'
import type { User } from '../world/user.ts'
import { listReply } from './collection-reply.ts'
import {
  deletedGroupOperations,
  purgeDeletedGroup,
  readDeletedGroup,
  restoreDeletedGroup,
} from './deleted-groups.ts'
import { insufficientPrivileges, notFound } from './graph-error.ts'
import { type Call, contextOf, type GraphOperation, type GraphReply, param } from './operation.ts'
import * as permissions from './permissions.ts'
import { bringBack } from './user-restoration.ts'
import { propertiesOfUser } from './user-properties.ts'

/** Users and groups that are deleted softly; after 30 days of the simulated clock they are gone. */
export const deletedItemOperations: readonly GraphOperation[] = [
  ...deletedGroupOperations,
  {
    method: 'GET',
    path: '/directory/deletedItems/microsoft.graph.user',
    permissions: permissions.readDeletedUsers,
    answer(call) {
      const users = [...deletedUsers(call).values()]
      return listReply(
        call,
        users.map((object) => ({ type: 'user' as const, id: object.id, object })),
        'user',
      )
    },
  },
  {
    method: 'GET',
    path: '/directory/deletedItems/{object}',
    permissions: permissions.readDeletedItems,
    answer(call) {
      const group = findDeletedGroup(call)
      return group ? readDeletedGroup(call, group) : reply(call, requireDeletedUser(call))
    },
  },
  {
    method: 'GET',
    path: '/directory/deletedItems/{object}/microsoft.graph.user',
    permissions: permissions.readDeletedUsers,
    answer: (call) => reply(call, requireDeletedUser(call)),
  },
  {
    method: 'POST',
    path: '/directory/deletedItems/{object}/restore',
    permissions: permissions.restoreItems,
    answer(call) {
      const group = findDeletedGroup(call)
      if (group) return restoreDeletedGroup(call, group)
      const user = requireDeletedUser(call)
      bringBack(call, user)
      loseWhatStaysBehind(call, user)
      recordEffect(call.simulation, call.tenant, {
        by: call.caller.actor,
        what: 'user-restored',
        targets: { userId: user.id },
      })
      return reply(call, user)
    },
  },
  {
    // No application permission deletes users for good (directory-deleteditems-delete.md).
    method: 'DELETE',
    path: '/directory/deletedItems/{object}',
    permissions: permissions.restoreItems,
    answer(call) {
      const group = findDeletedGroup(call)
      if (group) return purgeDeletedGroup(call, group)
      requireDeletedUser(call)
      throw insufficientPrivileges()
    },
  },
]

/** V-17: no document says what comes back besides the groups. */
function loseWhatStaysBehind({ simulation, tenant }: Call, { id }: User): void {
  if (simulation.variants.restoreBrings === 'everything') return
  tenant.appRoles.delete(id)
  for (const sponsorId of tenant.sponsors.from(id)) {
    tenant.sponsors.remove(id, sponsorId)
    recordEffect(simulation, tenant, {
      by: theDirectory,
      what: 'sponsor-removed',
      targets: { userId: id, sponsorId },
    })
  }
}

function deletedUsers({ tenant }: Call): ReadonlyMap<string, User> {
  return tenant.deletedUsers
}

function findDeletedGroup(call: Call): Group | undefined {
  return call.tenant.deletedGroups.get(param(call, 'object').toLowerCase())
}

function requireDeletedUser(call: Call): User {
  const id = param(call, 'object')
  const user = deletedUsers(call).get(id.toLowerCase())
  if (!user) throw notFound(id)
  return user
}

function reply(call: Call, user: User): GraphReply {
  const { select } = call.query
  const usual = { deletedDateTime: user.deletedDateTime }
  return {
    status: 200,
    body: {
      '@odata.context': contextOf(call, 'directoryObjects/$entity'),
      '@odata.type': '#microsoft.graph.user',
      ...(select ? {} : usual),
      ...propertiesOfUser(call.tenant, user, select),
    },
  }
}
