import {
  directoryRoleIdIn,
  everyDirectoryRole,
  type DirectoryRole,
} from '../world/directory-roles.ts'
import { collectionReply } from './collection-reply.ts'
import { findObject } from './directory-object.ts'
import { notFound } from './graph-error.ts'
import { type Call, type GraphOperation, param } from './operation.ts'
import * as permissions from './permissions.ts'
import { plainListReply, plainReply } from './plain-list.ts'
import type { Properties } from './properties.ts'

/**
 * The older door to roles: those that are activated in the directory, which is every one that
 * somebody holds, with whoever holds them over the whole directory (directoryrole.md).
 */
export const directoryRoleOperations: readonly GraphOperation[] = [
  {
    method: 'GET',
    path: '/directoryRoles',
    permissions: permissions.readDirectoryRoles,
    answer: (call) =>
      plainListReply(
        call,
        activatedRoles(call).map((role) => ({ ...role, id: directoryRoleIdIn(call.tenant, role) })),
        {
          context: 'directoryRoles',
          resource: 'DirectoryRole',
          filterable: ['displayName', 'roleTemplateId'],
          render: (role) => render(call, role),
        },
      ),
  },
  {
    method: 'GET',
    path: '/directoryRoles/{role}',
    permissions: permissions.readDirectoryRoles,
    answer: (call) => plainReply(call, 'directoryRoles', render(call, requireRole(call))),
  },
  {
    method: 'GET',
    path: '/directoryRoles(roleTemplateId={template})',
    permissions: permissions.readDirectoryRoles,
    answer(call) {
      const template = param(call, 'template')
      const found = activatedRoles(call).find(
        ({ roleTemplateId }) => roleTemplateId === template.toLowerCase(),
      )
      if (!found) throw notFound(template)
      return plainReply(call, 'directoryRoles', render(call, found))
    },
  },
  {
    method: 'GET',
    path: '/directoryRoles/{role}/members',
    permissions: permissions.readDirectoryRoles,
    answer(call) {
      const { roleTemplateId } = requireRole(call)
      const holders = call.tenant.roleAssignments.filter(
        (held) => held.roleDefinitionId === roleTemplateId && held.directoryScopeId === '/',
      )
      return collectionReply(
        call,
        holders.flatMap(({ principalId }) => findObject(call.tenant, principalId) ?? []),
      )
    },
  },
]

function activatedRoles({ tenant }: Call): DirectoryRole[] {
  const held = new Set(tenant.roleAssignments.map(({ roleDefinitionId }) => roleDefinitionId))
  return everyDirectoryRole.filter(({ roleTemplateId }) => held.has(roleTemplateId))
}

function requireRole(call: Call): DirectoryRole {
  const name = param(call, 'role')
  const found = activatedRoles(call).find(
    (role) => directoryRoleIdIn(call.tenant, role) === name.toLowerCase(),
  )
  if (!found) throw notFound(name)
  return found
}

function render({ tenant }: Call, role: DirectoryRole): Properties {
  return {
    id: directoryRoleIdIn(tenant, role),
    deletedDateTime: null,
    description: role.description,
    displayName: role.displayName,
    roleTemplateId: role.roleTemplateId,
  }
}
