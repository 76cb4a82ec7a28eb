import { randomUUID } from 'node:crypto'
import { recordEffect } from '../simulation.ts'
import { addUser } from '../world/tenant.ts'
import type { User } from '../world/user.ts'
import { badRequest } from './graph-error.ts'
import { type Call, contextOf, type GraphOperation, type GraphReply } from './operation.ts'
import { readUserBody } from './user-body.ts'
import { requireFreeName } from './user-name.ts'
import { propertiesOfUser } from './user-properties.ts'

export const userCreationOperations: readonly GraphOperation[] = [
  { method: 'POST', path: '/users', answer: createUser },
]

/** Makes a member with an account of this tenant; guests come by invitation (user-post-users.md). */
function createUser(call: Call): GraphReply {
  const { tenant, simulation, caller } = call
  const { passwordProfile, ...given } = readUserBody(tenant, call.body)
  const { accountEnabled, displayName, mailNickname, userPrincipalName } = given
  const password = (passwordProfile as { password?: unknown } | null | undefined)?.password
  if (accountEnabled === undefined) throw missing('accountEnabled')
  if (displayName === undefined) throw missing('displayName')
  if (mailNickname === undefined) throw missing('mailNickname')
  if (userPrincipalName === undefined) throw missing('userPrincipalName')
  if (typeof password !== 'string' || password === '') throw missing('passwordProfile.password')
  requireFreeName(tenant, userPrincipalName)

  const now = simulation.clock
    .now()
    .toISOString()
    .replace(/\.\d+Z$/, 'Z')
  const user: User = {
    businessPhones: [],
    companyName: null,
    creationType: null,
    deletedDateTime: null,
    department: null,
    externalUserState: null,
    externalUserStateChangeDateTime: null,
    givenName: null,
    jobTitle: null,
    mail: null,
    mobilePhone: null,
    officeLocation: null,
    onPremisesSyncEnabled: null,
    otherMails: [],
    preferredLanguage: null,
    proxyAddresses: [],
    signInActivity: null,
    surname: null,
    usageLocation: null,
    userType: 'Member',
    ...given,
    id: randomUUID(),
    accountEnabled,
    createdDateTime: now,
    displayName,
    identities: [
      {
        signInType: 'userPrincipalName',
        issuer: tenant.domains.at(-1) ?? '',
        issuerAssignedId: userPrincipalName,
      },
    ],
    lastPasswordChangeDateTime: now,
    mailNickname,
    userPrincipalName,
  }
  addUser(tenant, user)
  recordEffect(simulation, tenant, {
    by: caller.actor,
    what: 'user-created',
    targets: { userId: user.id },
  })
  return {
    status: 201,
    headers: { location: `${call.origin}/${call.version}/users/${user.id}` },
    body: {
      '@odata.context': contextOf(call, 'users/$entity'),
      ...propertiesOfUser(tenant, user, undefined),
    },
  }
}

function missing(property: string) {
  return badRequest(`Property ${property} value is required but is empty or missing.`)
}
