import { type Account, identityIssuerOf } from '../world/account.ts'
import { addUser, type Tenant } from '../world/tenant.ts'
import { createUser, type User } from '../world/user.ts'
import { type Slug, userIdOf } from './accounts.ts'

const initialDomain = (tenant: Tenant) => `${tenant.slug.replaceAll('-', '')}.onmicrosoft.com`

interface PersonSeed {
  readonly createdOn: string
  readonly companyName?: string
  readonly department?: string
  readonly jobTitle?: string
  readonly accountEnabled?: boolean
  readonly lastSignInOn?: string
}

/** A member with an account of this tenant. */
export function addMember(tenant: Tenant, account: Account, seed: PersonSeed): User {
  return add(tenant, account, seed, {
    userType: 'Member',
    userPrincipalName: account.mail,
    identities: [
      {
        signInType: 'userPrincipalName',
        issuer: initialDomain(tenant),
        issuerAssignedId: account.mail,
      },
    ],
    usageLocation: tenant.countryCode,
  })
}

/** An account of this tenant whose type is Guest: it has no other home to go back to. */
export function addInternalGuest(tenant: Tenant, account: Account, seed: PersonSeed): User {
  const user = addMember(tenant, account, seed)
  user.userType = 'Guest'
  user.creationType = 'LocalAccount'
  return user
}

/** Somebody of elsewhere, whose invitation has been taken up unless `isPending`. */
export function addGuest(
  tenant: Tenant,
  account: Account,
  seed: PersonSeed & {
    readonly isPending?: boolean
    readonly creationType?: string
    readonly userType?: 'Guest' | 'Member'
  },
): User {
  const userPrincipalName = `${account.mail.replace('@', '_')}#EXT#@${initialDomain(tenant)}`
  const named = {
    signInType: 'userPrincipalName',
    issuer: initialDomain(tenant),
    issuerAssignedId: userPrincipalName,
  }
  const federated = {
    signInType: 'federated',
    issuer: identityIssuerOf(account),
    issuerAssignedId: account.kind === 'work' ? null : account.mail,
  }
  return add(tenant, account, seed, {
    userType: seed.userType ?? 'Guest',
    userPrincipalName,
    creationType: seed.creationType ?? 'Invitation',
    externalUserState: seed.isPending ? 'PendingAcceptance' : 'Accepted',
    externalUserStateChangeDateTime: instant(seed.createdOn, 14),
    identities: seed.isPending ? [named] : [federated, named],
    otherMails: [account.mail],
    proxyAddresses: [`SMTP:${account.mail}`],
  })
}

function add(tenant: Tenant, account: Account, seed: PersonSeed, own: Partial<User>): User {
  const [givenName = null, ...rest] = account.name.split(' ')
  const user = createUser({
    id: userIdOf(tenant.slug as Slug, account.mail),
    accountEnabled: seed.accountEnabled ?? true,
    companyName: seed.companyName ?? null,
    createdDateTime: instant(seed.createdOn, 9),
    department: seed.department ?? null,
    displayName: account.name,
    givenName,
    jobTitle: seed.jobTitle ?? null,
    mail: account.mail,
    mailNickname: account.mail.replace('@', '_'),
    signInActivity: seed.lastSignInOn ? signedInOn(seed.lastSignInOn) : null,
    surname: rest.join(' ') || null,
    userPrincipalName: account.mail,
    userType: 'Member',
    ...own,
  })
  addUser(tenant, user)
  tenant.userIdByAccount.set(account.accountId, user.id)
  return user
}

function signedInOn(day: string) {
  return {
    lastSignInDateTime: instant(day, 8),
    lastNonInteractiveSignInDateTime: instant(day, 10),
    lastSuccessfulSignInDateTime: instant(day, 10),
  }
}

export function instant(day: string, hour: number): string {
  return `${day}T${String(hour).padStart(2, '0')}:00:00Z`
}
