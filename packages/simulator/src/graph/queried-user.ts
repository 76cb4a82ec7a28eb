import {
  choice,
  collectionOf,
  flag,
  identifier,
  instant,
  type QueriedType,
  text,
} from './query/queried-type.ts'
import type { Tenant } from '../world/tenant.ts'
import { userPropertyNames } from './user-properties.ts'

/**
 * What may be asked of users: the table of filter-directory-objects.md, with what user.md says of
 * ranges. Where the two differ about `externalUserStateChangeDateTime`, user.md refuses ranges.
 */
export const queriedUser: QueriedType = {
  name: 'User',
  fullName: 'microsoft.graph.user',
  filterable: {
    id: identifier,
    accountEnabled: flag('default'),
    ageGroup: choice('default'),
    assignedLicenses: collectionOf({ skuId: identifier }, { count: [0] }),
    city: text('default'),
    companyName: text('advanced'),
    consentProvidedForMinor: choice('default'),
    country: text('default'),
    createdDateTime: instant('advanced'),
    creationType: choice('default'),
    deletedDateTime: instant('default'),
    department: text('default'),
    displayName: text('default'),
    employeeHireDate: instant('advanced'),
    employeeId: text('default'),
    employeeType: text('advanced', { null: undefined }),
    externalUserState: choice('default'),
    externalUserStateChangeDateTime: { kind: 'instant', eq: 'default' },
    faxNumber: text('advanced'),
    givenName: text('default'),
    identities: collectionOf({
      issuer: choice('default', { null: 'default' }),
      issuerAssignedId: choice('default'),
    }),
    jobTitle: text('default'),
    mail: text('default', { endsWith: 'advanced' }),
    mailNickname: text('default'),
    mobilePhone: text('advanced'),
    officeLocation: text('advanced'),
    onPremisesImmutableId: choice('default'),
    onPremisesLastSyncDateTime: instant('default'),
    onPremisesSyncEnabled: flag('default', { null: 'advanced' }),
    otherMails: collectionOf(text('default', { endsWith: 'advanced' }), { count: [0] }),
    postalCode: text('advanced'),
    preferredLanguage: text('advanced'),
    proxyAddresses: collectionOf(text('default', { endsWith: 'advanced' }), { count: [0] }),
    'signInActivity/lastSignInDateTime': instant('default'),
    'signInActivity/lastNonInteractiveSignInDateTime': instant('default'),
    'signInActivity/lastSuccessfulSignInDateTime': instant('default'),
    state: text('default'),
    streetAddress: text('advanced'),
    surname: text('default'),
    usageLocation: text('default'),
    userPrincipalName: text('default', { null: undefined, endsWith: 'advanced' }),
    userType: choice('default', { null: 'advanced' }),
  },
  properties: userPropertyNames,
  sortable: {
    displayName: 'default',
    userPrincipalName: 'default',
    createdDateTime: 'advanced',
    deletedDateTime: 'advanced',
  },
  searchable: [
    'displayName',
    'givenName',
    'mail',
    'mailNickname',
    'mobilePhone',
    'surname',
    'userPrincipalName',
  ],
}

/** With the extensions that the apps of a tenant have defined (extensionproperty.md: eq, startsWith). */
export function queriedUserIn({ extensionProperties }: Tenant): QueriedType {
  const extensions = extensionProperties
    .filter(({ dataType }) => dataType === 'String')
    .map(({ name }) => [name, choice('default', { startsWith: 'default' })] as const)
  return {
    ...queriedUser,
    filterable: { ...queriedUser.filterable, ...Object.fromEntries(extensions) },
  }
}
