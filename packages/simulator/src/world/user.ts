import type { UserProfile } from './user-profile.ts'

/** One entry of Graph's `identities`. */
export interface ObjectIdentity {
  readonly signInType: string
  readonly issuer: string
  readonly issuerAssignedId: string | null
}

/** A user object of a tenant, by Graph's own property names. */
export interface User extends UserProfile {
  readonly id: string
  accountEnabled: boolean
  businessPhones: readonly string[]
  companyName: string | null
  createdDateTime: string
  creationType: string | null
  deletedDateTime: string | null
  department: string | null
  displayName: string
  externalUserState: 'PendingAcceptance' | 'Accepted' | null
  externalUserStateChangeDateTime: string | null
  givenName: string | null
  identities: readonly ObjectIdentity[]
  jobTitle: string | null
  mail: string | null
  mailNickname: string
  mobilePhone: string | null
  officeLocation: string | null
  onPremisesSyncEnabled: boolean | null
  otherMails: readonly string[]
  preferredLanguage: string | null
  proxyAddresses: readonly string[]
  signInActivity: SignInActivity | null
  surname: string | null
  usageLocation: string | null
  userPrincipalName: string
  userType: 'Guest' | 'Member'
}

export interface SignInActivity {
  readonly lastSignInDateTime: string | null
  readonly lastNonInteractiveSignInDateTime: string | null
  readonly lastSuccessfulSignInDateTime: string | null
}

export function isGuest({ userType }: User): boolean {
  return userType === 'Guest'
}

const none: readonly never[] = Object.freeze([])

/** What a user is where nobody said otherwise; half a million of them share its empty lists. */
const blank = {
  accountEnabled: true,
  businessPhones: none,
  companyName: null,
  creationType: null,
  deletedDateTime: null,
  department: null,
  externalUserState: null,
  externalUserStateChangeDateTime: null,
  givenName: null,
  identities: none,
  jobTitle: null,
  mail: null,
  mobilePhone: null,
  officeLocation: null,
  onPremisesSyncEnabled: null,
  otherMails: none,
  preferredLanguage: null,
  proxyAddresses: none,
  signInActivity: null,
  surname: null,
  usageLocation: null,
} as const satisfies Partial<User>

/** A user with what is given and nothing else. */
export function createUser(given: Omit<User, keyof typeof blank> & Partial<User>): User {
  return { ...blank, ...given }
}
