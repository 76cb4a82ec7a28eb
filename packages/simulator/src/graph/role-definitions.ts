import {
  everyDirectoryRole,
  findDirectoryRole,
  type DirectoryRole,
} from '../world/directory-roles.ts'
import { notFound } from './graph-error.ts'
import { type GraphOperation, param } from './operation.ts'
import * as permissions from './permissions.ts'
import { plainListReply, plainReply } from './plain-list.ts'
import type { Properties } from './properties.ts'

const context = 'roleManagement/directory/roleDefinitions'

/** The built-in roles that are simulated; customers' own roles are not. */
export const roleDefinitionOperations: readonly GraphOperation[] = [
  {
    method: 'GET',
    path: '/roleManagement/directory/roleDefinitions',
    permissions: permissions.readRoleManagement,
    answer: (call) =>
      plainListReply(
        call,
        everyDirectoryRole.map((role) => ({ ...role, id: role.roleTemplateId })),
        {
          context,
          resource: 'RoleDefinition',
          filterable: ['id', 'displayName', 'isBuiltIn', 'templateId'],
          render: definitionOf,
        },
      ),
  },
  {
    method: 'GET',
    path: '/roleManagement/directory/roleDefinitions/{definition}',
    permissions: permissions.readRoleManagement,
    answer(call) {
      const id = param(call, 'definition')
      const role = findDirectoryRole(id.toLowerCase())
      if (!role) throw notFound(id)
      return plainReply(call, context, definitionOf(role))
    },
  },
]

/** unifiedRoleDefinition; the actions are only those that decide about a simulated operation. */
export function definitionOf({
  roleTemplateId,
  displayName,
  description,
  actions,
}: DirectoryRole): Properties {
  return {
    id: roleTemplateId,
    description,
    displayName,
    isBuiltIn: true,
    isEnabled: true,
    resourceScopes: ['/'],
    rolePermissions: [
      {
        allowedResourceActions: actions.map((action) =>
          action === '*' ? 'microsoft.directory/*' : `microsoft.directory/${action}`,
        ),
        condition: null,
      },
    ],
    templateId: roleTemplateId,
    version: '1',
  }
}
