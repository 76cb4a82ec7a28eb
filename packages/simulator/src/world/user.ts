/** One entry of Graph's `identities`. */
export interface ObjectIdentity {
  readonly signInType: string
  readonly issuer: string
  readonly issuerAssignedId: string | null
}

/** A user object of a tenant, by Graph's own property names. */
export interface User {
  readonly id: string
  accountEnabled: boolean
  businessPhones: string[]
  companyName: string | null
  createdDateTime: string
  creationType: string | null
  deletedDateTime: string | null
  department: string | null
  displayName: string
  externalUserState: 'PendingAcceptance' | 'Accepted' | null
  externalUserStateChangeDateTime: string | null
  givenName: string | null
  identities: ObjectIdentity[]
  jobTitle: string | null
  mail: string | null
  mailNickname: string
  mobilePhone: string | null
  officeLocation: string | null
  onPremisesSyncEnabled: boolean | null
  otherMails: string[]
  preferredLanguage: string | null
  proxyAddresses: string[]
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
