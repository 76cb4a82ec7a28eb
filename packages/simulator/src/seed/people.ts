import { type Account, identityIssuerOf } from '../world/account.ts'
import { addUser, type Tenant } from '../world/tenant.ts'
import { createUser, type SignInActivity, type User } from '../world/user.ts'
import { type Slug, userIdOf } from './accounts.ts'
import { instant } from './days.ts'

const initialDomain = ({ domains }: Tenant) => domains.at(-1) ?? ''
const activities = new Map<string, SignInActivity>()

/** Who somebody is, whether or not they have an account with which they could sign in. */
export type Identity = Pick<Account, 'kind' | 'name' | 'mail' | 'samlIssuer'>

export interface PersonSeed {
  readonly createdOn: string
  readonly companyName?: string
  readonly department?: string
  readonly jobTitle?: string
  readonly accountEnabled?: boolean
  readonly lastSignInOn?: string
}

export interface GuestSeed extends PersonSeed {
  readonly isPending?: boolean
  readonly creationType?: string
  readonly userType?: 'Guest' | 'Member'
}

/** A member with an account of this tenant. */
export function addMember(tenant: Tenant, account: Account, seed: PersonSeed): User {
  return connect(tenant, account, addMemberWithoutAccount(tenant, account, seed))
}

/** An account of this tenant whose type is Guest: it has no other home to go back to. */
export function addInternalGuest(tenant: Tenant, account: Account, seed: PersonSeed): User {
  const user = addMember(tenant, account, seed)
  user.userType = 'Guest'
  user.creationType = 'LocalAccount'
  return user
}

/** Somebody of elsewhere, whose invitation has been taken up unless `isPending`. */
export function addGuest(tenant: Tenant, account: Account, seed: GuestSeed): User {
  return connect(tenant, account, addGuestWithoutAccount(tenant, account, seed))
}

export function addMemberWithoutAccount(tenant: Tenant, who: Identity, seed: PersonSeed): User {
  return add(tenant, who, seed, {
    userType: 'Member',
    userPrincipalName: who.mail,
    identities: [
      {
        signInType: 'userPrincipalName',
        issuer: initialDomain(tenant),
        issuerAssignedId: who.mail,
      },
    ],
    usageLocation: tenant.countryCode,
  })
}

export function addGuestWithoutAccount(tenant: Tenant, who: Identity, seed: GuestSeed): User {
  const userPrincipalName = `${who.mail.replace('@', '_')}#EXT#@${initialDomain(tenant)}`
  const named = {
    signInType: 'userPrincipalName',
    issuer: initialDomain(tenant),
    issuerAssignedId: userPrincipalName,
  }
  const federated = {
    signInType: 'federated',
    issuer: identityIssuerOf(who),
    issuerAssignedId: who.kind === 'work' ? null : who.mail,
  }
  return add(tenant, who, seed, {
    userType: seed.userType ?? 'Guest',
    userPrincipalName,
    creationType: seed.creationType ?? 'Invitation',
    externalUserState: seed.isPending ? 'PendingAcceptance' : 'Accepted',
    externalUserStateChangeDateTime: instant(seed.createdOn, 14),
    identities: seed.isPending ? [named] : [federated, named],
    otherMails: [who.mail],
    proxyAddresses: [`SMTP:${who.mail}`],
  })
}

function add(
  tenant: Tenant,
  { name, mail }: Identity,
  seed: PersonSeed,
  own: Partial<User> & Pick<User, 'userPrincipalName' | 'userType'>,
): User {
  const [givenName = null, ...rest] = name.split(' ')
  const user = createUser({
    id: userIdOf(tenant.slug as Slug, mail),
    accountEnabled: seed.accountEnabled ?? true,
    companyName: seed.companyName ?? null,
    createdDateTime: instant(seed.createdOn, 9),
    department: seed.department ?? null,
    displayName: name,
    givenName,
    jobTitle: seed.jobTitle ?? null,
    mail,
    mailNickname: mail.replace('@', '_'),
    signInActivity: seed.lastSignInOn ? signedInOn(seed.lastSignInOn) : null,
    surname: rest.join(' ') || null,
    ...own,
  })
  addUser(tenant, user)
  return user
}

function connect(tenant: Tenant, { accountId }: Account, user: User): User {
  tenant.userIdByAccount.set(accountId, user.id)
  return user
}

/** One object for all who were last seen on a day. */
function signedInOn(day: string): SignInActivity {
  const known = activities.get(day)
  if (known) return known
  const activity = {
    lastSignInDateTime: instant(day, 8),
    lastNonInteractiveSignInDateTime: instant(day, 10),
    lastSuccessfulSignInDateTime: instant(day, 10),
  }
  activities.set(day, activity)
  return activity
}
