import type { AdministrativeUnit } from '../world/administrative-unit.ts'
import type { Group } from '../world/group.ts'
import { directoryRoleIdIn, type DirectoryRole } from '../world/directory-roles.ts'
import type { Tenant } from '../world/tenant.ts'
import type { User } from '../world/user.ts'
import { readsByRole } from './authority.ts'
import type { Caller } from './caller.ts'
import { pageOf } from './paging.ts'
import { type Call, contextOf, type GraphReply } from './operation.ts'
import { type Properties, propertiesOfGroup, propertiesOfUser, selectFor } from './properties.ts'

/** An object of the directory, of whatever type. */
export type DirectoryObject =
  | { readonly type: 'user'; readonly id: string; readonly object: User }
  | { readonly type: 'group'; readonly id: string; readonly object: Group }
  | {
      readonly type: 'directoryRole'
      readonly id: string
      readonly object: Omit<DirectoryRole, 'actions'>
    }
  | {
      readonly type: 'servicePrincipal'
      readonly id: string
      readonly object: { readonly appId: string; readonly displayName: string }
    }
  | {
      readonly type: 'administrativeUnit'
      readonly id: string
      readonly object: AdministrativeUnit
    }

export type ObjectType = DirectoryObject['type']

/** Users and groups by id; deleted ones are nobody. */
export function findObject(tenant: Tenant, id: string): DirectoryObject | undefined {
  const user = tenant.users.get(id)
  if (user) return { type: 'user', id, object: user }
  const group = tenant.groups.get(id)
  return group ? { type: 'group', id, object: group } : undefined
}

/** Whoever can hold a role: a user, a group or an app. */
export function findPrincipal(tenant: Tenant, id: string): DirectoryObject | undefined {
  const app = [...tenant.servicePrincipals.values()].find((principal) => principal.id === id)
  if (!app) return findObject(tenant, id)
  const { clientId, displayName } = app
  return { type: 'servicePrincipal', id, object: { appId: clientId, displayName } }
}

export function roleObject(tenant: Tenant, role: DirectoryRole): DirectoryObject {
  const { roleTemplateId, displayName, description } = role
  const object = { roleTemplateId, displayName, description }
  return { type: 'directoryRole', id: directoryRoleIdIn(tenant, role), object }
}

/** A permission on one of these is needed to see more of an object than that it is there. */
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
    ? properties
    : Object.fromEntries(
        Object.entries(properties).map(([name, value]) => [name, name === 'id' ? value : null]),
      )
  return withType ? { '@odata.type': `#microsoft.graph.${entry.type}`, ...shown } : shown
}

function mayRead(caller: Caller, type: ObjectType): boolean {
  return readers[type].some((name) => caller.roles.includes(name)) || readsByRole(caller)
}

function propertiesOf(
  tenant: Tenant,
  entry: DirectoryObject,
  select: readonly string[] | undefined,
): Properties {
  if (entry.type === 'user') {
    return propertiesOfUser(tenant, entry.object, selectFor('user', select))
  }
  if (entry.type === 'group') {
    return propertiesOfGroup(tenant, entry.object, selectFor('group', select))
  }
  const everything: Properties = { ...entry.object, id: entry.id, deletedDateTime: null }
  const names = select ?? Object.keys(everything)
  return Object.fromEntries(
    names.filter((name) => name in everything).map((name) => [name, everything[name]]),
  )
}

/** A page of objects; of one type where the address casts to it. */
export function collectionReply(
  call: Call,
  objects: readonly DirectoryObject[],
  cast?: ObjectType,
): GraphReply {
  const wanted = cast ? objects.filter(({ type }) => type === cast) : objects
  const { items, nextLink } = pageOf(call, wanted)
  const isFirstPage = call.query.skipToken === undefined
  const { select } = call.query
  const set = cast ? `${cast}s` : 'directoryObjects'
  return {
    status: 200,
    body: {
      '@odata.context': contextOf(call, select ? `${set}(${select.join(',')})` : set),
      // Without the header the option is ignored in silence (advanced-queries.md).
      ...(call.query.count && call.isEventual && isFirstPage
        ? { '@odata.count': wanted.length }
        : {}),
      ...(nextLink ? { '@odata.nextLink': nextLink } : {}),
      value: items.map((entry) => renderObject(call, entry, { withType: !cast })),
    },
  }
}
