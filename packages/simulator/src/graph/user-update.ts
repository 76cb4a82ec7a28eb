import { recordEffect } from '../simulation.ts'
import { isManagementRestricted } from '../world/administrative-unit.ts'
import { activeAssignmentsOf } from '../world/role.ts'
import type { User } from '../world/user.ts'
import { renameUser } from '../world/tenant.ts'
import { type Caller, holdsOneOf } from './caller.ts'
import { badRequest, insufficientPrivileges, managementRestricted } from './graph-error.ts'
import { type Call, type GraphOperation, type GraphReply, noContent } from './operation.ts'
import * as permissions from './permissions.ts'
import { readUserBody } from './user-body.ts'
import { requireMe, requireUser } from './users.ts'
import { requireFreeName } from './user-name.ts'

export const userUpdateOperations: readonly GraphOperation[] = [
  {
    method: 'PATCH',
    path: '/users/{user}',
    permissions: permissions.updateUsers,
    answer: (call) => updateUser(call, requireUser(call)),
  },
  {
    method: 'PATCH',
    path: '/me',
    permissions: permissions.updateMe,
    answer: (call) => updateUser(call, requireMe(call)),
  },
]

/** Any of these changes everything but what has a permission of its own (user-update.md). */
const wide = ['User.ReadWrite.All', 'Directory.ReadWrite.All', 'User.ReadWrite']

/** Properties that a narrower permission changes as well; each list is needed whole. */
const narrow: Readonly<Record<string, readonly string[]>> = {
  accountEnabled: ['User.EnableDisableAccount.All', 'User.Read.All'],
  businessPhones: ['User-Phone.ReadWrite.All'],
  mobilePhone: ['User-Phone.ReadWrite.All'],
  otherMails: ['User-Mail.ReadWrite.All'],
  passwordProfile: ['User-PasswordProfile.ReadWrite.All'],
}

/** Of whoever holds a role, apps change none of these (user-update.md). */
const sensitive: ReadonlySet<string> = new Set([
  'accountEnabled',
  'businessPhones',
  'mobilePhone',
  'otherMails',
  'passwordProfile',
  'userPrincipalName',
])

/** All of the body or an error. */
function updateUser(call: Call, user: User): GraphReply {
  const { tenant, simulation, caller } = call
  const changes = readUserBody(tenant, call.body)
  const names = Object.keys(changes)
  if (!names.every((name) => mayChange(caller, name))) throw insufficientPrivileges()
  if (isManagementRestricted(tenant, user.id)) throw managementRestricted()
  const holdsRole = activeAssignmentsOf(tenant, user.id).length > 0
  if (holdsRole && names.some((name) => sensitive.has(name))) throw insufficientPrivileges()
  if (user.onPremisesSyncEnabled) {
    throw badRequest(
      'Unable to update the specified properties for on-premises mastered Directory Sync objects or objects currently undergoing migration.',
    )
  }
  const { userPrincipalName, passwordProfile, ...plain } = changes
  if (userPrincipalName !== undefined) {
    requireFreeName(tenant, userPrincipalName, user)
    renameUser(tenant, user, userPrincipalName)
  }
  if (passwordProfile !== undefined) {
    user.lastPasswordChangeDateTime = simulation.clock.now().toISOString()
  }
  Object.assign(user, plain)
  recordEffect(simulation, tenant, {
    by: caller.actor,
    what: 'user-updated',
    targets: { userId: user.id },
    properties: names,
  })
  return noContent
}

function mayChange(caller: Caller, name: string): boolean {
  const { userId, roles, scopes } = caller
  // An app that came this far without a permission has a role, which allows every property.
  if (userId === undefined && !holdsOneOf(caller, permissions.updateUsers)) return true
  const held = userId === undefined ? roles : scopes
  if (name === 'employeeLeaveDateTime') {
    return held.includes('User-LifeCycleInfo.ReadWrite.All') && held.includes('User.Read.All')
  }
  if (wide.some((permission) => held.includes(permission))) return true
  return narrow[name]?.every((permission) => held.includes(permission)) ?? false
}
