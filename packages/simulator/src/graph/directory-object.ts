import type { AdministrativeUnit } from '../world/administrative-unit.ts'
import type { Group } from '../world/group.ts'
import { directoryRoleIdIn, type DirectoryRole } from '../world/directory-roles.ts'
import type { ServicePrincipal } from '../world/service-principal.ts'
import type { Tenant } from '../world/tenant.ts'
import type { User } from '../world/user.ts'
import { readsByRole } from './authority.ts'
import { seenBy } from './basic-profile.ts'
import type { Caller } from './caller.ts'
import { insufficientPrivileges } from './graph-error.ts'
import type { Call } from './operation.ts'
import { groupSelectFor, type Properties, propertiesOfGroup } from './properties.ts'
import { propertiesOfUser, userSelectFor } from './user-properties.ts'

/** An object of the directory, of whatever type. */
export type DirectoryObject =
  | { readonly type: 'user'; readonly id: string; readonly object: User }
  | { readonly type: 'group'; readonly id: string; readonly object: Group }
  | { readonly type: 'servicePrincipal'; readonly id: string; readonly object: ServicePrincipal }
  | {
      readonly type: 'directoryRole'
      readonly id: string
      readonly object: Omit<DirectoryRole, 'actions'>
    }
  | {
      readonly type: 'administrativeUnit'
      readonly id: string
      readonly object: AdministrativeUnit
    }

export type ObjectType = DirectoryObject['type']

/** Users, groups and service principals by id; deleted ones are nobody. */
export function findObject(tenant: Tenant, id: string): DirectoryObject | undefined {
  const user = tenant.users.get(id)
  if (user) return { type: 'user', id, object: user }
  const group = tenant.groups.get(id)
  if (group) return { type: 'group', id, object: group }
  const principal = findServicePrincipal(tenant, id)
  return principal ? { type: 'servicePrincipal', id, object: principal } : undefined
}

/** There are as few of them as a tenant uses apps. */
function findServicePrincipal(tenant: Tenant, id: string): ServicePrincipal | undefined {
  return [...tenant.servicePrincipals.values()].find((principal) => principal.id === id)
}

export function roleObject(tenant: Tenant, role: DirectoryRole): DirectoryObject {
  const { roleTemplateId, displayName, description } = role
  const object = { roleTemplateId, displayName, description }
  return { type: 'directoryRole', id: directoryRoleIdIn(tenant, role), object }
}

/** A permission of these is needed to see more of an object than that it is there. */
const readers: Readonly<Record<ObjectType, readonly string[]>> = {
  user: [
    'User.ReadBasic.All',
    'User.Read.All',
    'User.ReadWrite.All',
    'Directory.Read.All',
    'Directory.ReadWrite.All',
  ],
  group: [
    'Group.ReadBasic.All',
    'GroupMember.ReadBasic.All',
    'GroupMember.Read.All',
    'GroupMember.ReadWrite.All',
    'Group.Read.All',
    'Group.ReadWrite.All',
    'Directory.Read.All',
    'Directory.ReadWrite.All',
  ],
  directoryRole: ['RoleManagement.Read.Directory', 'Directory.Read.All', 'Directory.ReadWrite.All'],
  servicePrincipal: ['Application.Read.All', 'Directory.Read.All', 'Directory.ReadWrite.All'],
  administrativeUnit: [
    'AdministrativeUnit.Read.All',
    'Directory.Read.All',
    'Directory.ReadWrite.All',
  ],
}

/**
 * An object as it stands among others. Whoever may not read its type learns only that it is
 * there: everything but type and id is null (user-list-sponsors.md, limited information).
 */
export function renderObject(
  { tenant, caller, query }: Call,
  entry: DirectoryObject,
  { withType = true } = {},
): Properties {
  const properties = propertiesOf(tenant, entry, query.select)
  const shown = mayRead(caller, entry.type)
    ? visible(caller, entry, properties)
    : Object.fromEntries(
        Object.entries(properties).map(([name, value]) => [name, name === 'id' ? value : null]),
      )
  return withType ? { '@odata.type': `#microsoft.graph.${entry.type}`, ...shown } : shown
}

/** @throws {GraphError} 403 for whoever may not read objects of a type. */
export function requireReader(caller: Caller, type: ObjectType): void {
  if (!mayRead(caller, type)) throw insufficientPrivileges()
}

function mayRead(caller: Caller, type: ObjectType): boolean {
  return readers[type].some((name) => caller.roles.includes(name)) || readsByRole(caller)
}

function visible(
  caller: Caller,
  { type, id }: DirectoryObject,
  properties: Properties,
): Properties {
  return type === 'user' ? seenBy(caller, properties, id) : properties
}

function propertiesOf(
  tenant: Tenant,
  entry: DirectoryObject,
  select: readonly string[] | undefined,
): Properties {
  if (entry.type === 'user') {
    return propertiesOfUser(tenant, entry.object, userSelectFor(select))
  }
  if (entry.type === 'group') {
    return propertiesOfGroup(tenant, entry.object, groupSelectFor(select))
  }
  if (entry.type === 'servicePrincipal') return propertiesOfPrincipal(entry.object, select)
  const everything: Properties = { ...entry.object, id: entry.id, deletedDateTime: null }
  const names = select ?? Object.keys(everything)
  return Object.fromEntries(
    names.filter((name) => name in everything).map((name) => [name, everything[name]]),
  )
}

/** Of an app in a directory, what there is a value for (serviceprincipal.md). */
function propertiesOfPrincipal(
  { id, clientId, displayName, isAssignmentRequired }: ServicePrincipal,
  select: readonly string[] | undefined,
): Properties {
  const everything: Properties = {
    id,
    deletedDateTime: null,
    accountEnabled: true,
    appDisplayName: displayName,
    appId: clientId,
    appRoleAssignmentRequired: isAssignmentRequired,
    displayName,
    servicePrincipalType: 'Application',
  }
  const names = select?.filter((name) => name in everything) ?? Object.keys(everything)
  return Object.fromEntries(names.map((name) => [name, everything[name]]))
}
