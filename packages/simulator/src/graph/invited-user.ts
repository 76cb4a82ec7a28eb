import { randomUUID } from 'node:crypto'
import { sideThatBlocks } from '../world/cross-tenant-access.ts'
import { takesGuestsFrom } from '../world/collaboration-domains.ts'
import { addUser, type Tenant } from '../world/tenant.ts'
import { createUser, type User } from '../world/user.ts'
import { findAccountByAddress, findTenant, type World } from '../world/world.ts'
import { badRequest, type GraphError, notFound, NotSimulated } from './graph-error.ts'
import type { WantedInvitation } from './invitation-body.ts'
import type { Call } from './operation.ts'

/** Whether a user object is of somebody who is at home elsewhere. */
function isExternal({ creationType, externalUserState }: User): boolean {
  return creationType === 'Invitation' || externalUserState !== null
}

/**
 * Whoever has the address here already, and may be invited again.
 *
 * @throws {GraphError} 404 for a user who is not here, 400 for an address that is not theirs, and for
 *   people who cannot be invited: those of the organization itself.
 */
export function findInvited({ tenant }: Call, wanted: WantedInvitation): User | undefined {
  const { mail, userId } = wanted
  const named = userId === undefined ? undefined : tenant.users.get(userId)
  if (userId !== undefined && !named) throw notFound(userId)
  if (named && !hasAddress(named, mail)) throw notTheirAddress()
  const user = named ?? findByAddress(tenant, mail)
  if (!user || isExternal(user)) return user
  if (named && !isOfOwnDomain(tenant, mail)) {
    throw new NotSimulated('an invitation of an internal user to B2B collaboration')
  }
  throw alreadyHere(user)
}

/**
 * Whether people of this address may be invited at all.
 *
 * @throws {GraphError} 400.
 */
export function requireInvitable({ tenant, simulation }: Call, mail: string): void {
  const domain = domainOf(mail)
  if (isOfOwnDomain(tenant, mail)) {
    throw refusal(
      "This user cannot be invited because the domain of the user's email address is a verified domain of this directory.",
    )
  }
  if (!takesGuestsFrom(tenant.b2bManagementPolicy, domain)) {
    throw refusal(
      'Your organization does not allow collaboration with the domain of the user you are inviting. Please contact your administrator for more details.',
    )
  }
  if (sideThatBlocks(simulation.world, tenant, homeTenantOf(simulation.world, mail))) {
    throw refusal(
      "This invitation is blocked by cross-tenant access settings. Admins in both your organization and the invited user's organization must configure cross-tenant access settings to allow the invitation.",
    )
  }
}

/** A user object that waits for its person (user-properties.md). */
export function createInvited(call: Call, wanted: WantedInvitation): User {
  const { tenant, simulation } = call
  const { mail, displayName, userType } = wanted
  const initialDomain = tenant.domains.at(-1) ?? ''
  const userPrincipalName = `${mail.replace('@', '_')}#EXT#@${initialDomain}`
  const now = simulation.clock
    .now()
    .toISOString()
    .replace(/\.\d+Z$/, 'Z')
  const user = createUser({
    id: randomUUID(),
    createdDateTime: now,
    creationType: 'Invitation',
    displayName: displayName ?? mail.slice(0, mail.indexOf('@')),
    externalUserState: 'PendingAcceptance',
    externalUserStateChangeDateTime: now,
    identities: identitiesBefore(tenant, userPrincipalName),
    mail,
    mailNickname: mail.replace('@', '_'),
    otherMails: [mail],
    proxyAddresses: [`SMTP:${mail}`],
    userPrincipalName,
    userType,
  })
  addUser(tenant, user)
  return user
}

/** Before redemption only the directory's own name is there. */
export function identitiesBefore(tenant: Tenant, userPrincipalName: string) {
  const issuer = tenant.domains.at(-1) ?? ''
  return [{ signInType: 'userPrincipalName', issuer, issuerAssignedId: userPrincipalName }]
}

function notTheirAddress(): GraphError {
  return refusal(
    'The email you’re using to invite this user doesn’t match any emails on the user object. Please add this email to the user object and try again.',
  )
}

function findByAddress({ users }: Tenant, mail: string): User | undefined {
  for (const user of users.values()) if (hasAddress(user, mail)) return user
  return undefined
}

/** Asked of everybody in a directory, and so without a list for each of them. */
function hasAddress(user: User, address: string): boolean {
  const wanted = address.toLowerCase()
  const { mail, otherMails, proxyAddresses, userPrincipalName } = user
  return (
    mail?.toLowerCase() === wanted ||
    userPrincipalName.toLowerCase() === wanted ||
    otherMails.some((other) => other.toLowerCase() === wanted) ||
    proxyAddresses.some((proxy) => proxy.toLowerCase() === `smtp:${wanted}`)
  )
}

function alreadyHere({ id, accountEnabled }: User): GraphError {
  const blocked = ', but the account is blocked from signing in. If the account is unblocked, they'
  return refusal(
    `The invited user already exists in the directory as object ID: ${id}${accountEnabled ? '. They' : blocked} can use that account to sign in to shared apps and resources.`,
  )
}

function isOfOwnDomain({ domains }: Tenant, mail: string): boolean {
  return domains.includes(domainOf(mail))
}

function domainOf(mail: string): string {
  return mail.slice(mail.indexOf('@') + 1).toLowerCase()
}

/** By the account, or by the domain where nobody has the address. */
function homeTenantOf(world: World, mail: string): string | undefined {
  const account = findAccountByAddress(world, mail)
  return account ? account.homeTenantId : findTenant(world, domainOf(mail))?.tenantId
}

function refusal(message: string): GraphError {
  return badRequest(message, 'BadRequest')
}
