import { type Person, referencesTo, type Replay, valuesOf } from './replay.ts'

const grace: Person = 'Grace Adeyemi'
const about = (rest: string): Replay => ({
  path: ({ user }) => `/v1.0/users/${user(grace)}${rest}`,
})
const asked = (path: string): Replay => ({ path: () => path })
const notInList = 'the page shows more than the default properties; they come with $select'
const more = (...names: string[]) =>
  Object.fromEntries(names.flatMap((name) => [[`value[].${name}`, notInList]]))
const identities =
  '?$select=displayName,id&$filter=' +
  "identities/any(c:c/issuerAssignedId eq 'noor@contoso.com' and c/issuer eq 'contoso.onmicrosoft.com')"
const firstByName = "?$filter=startswith(displayName,'a')&$orderby=displayName&$count=true&$top=1"
const unset = (...names: string[]) =>
  Object.fromEntries(
    names.map((name) => [`value[].${name}`, 'nobody of the first page has one: it is left out']),
  )
const lists = more(
  'mailNickname',
  'otherMails',
  'otherMails[]',
  'proxyAddresses',
  'proxyAddresses[]',
)

const ada: Person = 'Ada Lindqvist'
const assignmentsOf = (userId: string) => `/users/${userId}/appRoleAssignments`

/** How the documented examples of users are asked of this world. */
export const replaysOfUsers: Readonly<Record<string, Replay>> = {
  'user-get-03': about('?$select=displayName,givenName,postalCode,identities'),
  'user-list-02': asked(`/v1.0/users${identities}`),
  'beta-user-list-02': asked(`/beta/users${identities}`),
  'user-list-04': { path: () => `/v1.0/users${firstByName}`, differs: lists },
  'beta-user-list-07': { path: () => `/beta/users${firstByName}`, differs: lists },
  'user-list-05': asked(
    "/v1.0/users?$filter=endswith(mail,'adatum.com')&$orderby=userPrincipalName&$count=true",
  ),
  'user-list-06': {
    path: () => '/v1.0/users?$search="displayName:wa"&$orderby=displayName&$count=true',
    differs: more('mailNickname'),
  },
  'beta-user-list-09': {
    path: () => '/beta/users?$search="displayName:wa"&$orderby=displayName&$count=true',
    differs: more('mailNickname'),
  },
  'beta-user-list-10': {
    path: () =>
      '/beta/users?$search="displayName:wa" OR "displayName:ad"&$orderby=displayName&$count=true',
    differs: more('mailNickname', 'proxyAddresses', 'proxyAddresses[]'),
  },
  'user-delta-01': {
    path: () => '/v1.0/users/delta',
    differs: { ...unset('jobTitle', 'mobilePhone', 'officeLocation', 'preferredLanguage') },
  },
  'user-delta-02': {
    path: () => '/v1.0/users/delta?$select=displayName,jobTitle,mobilePhone',
    differs: unset('jobTitle', 'mobilePhone'),
  },
  'user-delta-03': {
    path: () => '/v1.0/users/delta?$select=displayName,jobTitle,mobilePhone',
    differs: unset('jobTitle'),
  },
  'user-list-memberof-04': {
    before: ({ group }) => [
      ['PATCH', `/groups/${group('Harbour Drawings')}`, { displayName: 'Second tier' }],
    ],
    ...about(
      '/memberOf/microsoft.graph.group?$count=true&$orderby=displayName&$search="displayName:tier"&$select=displayName,id',
    ),
  },
  'user-list-memberof-05': about(
    "/memberOf/microsoft.graph.group?$count=true&$orderby=displayName&$filter=startswith(displayName, 'Ten')",
  ),
  'user-list-manager-02': {
    as: 'Noor Rahman',
    before: ({ user }) =>
      (
        [
          ['Noor Rahman', 'Sam Okafor'],
          ['Sam Okafor', 'Ada Lindqvist'],
          ['Ada Lindqvist', 'Jonas Weber'],
        ] as const
      ).map(([report, manager]) => [
        'PUT',
        `/users/${user(report)}/manager/$ref`,
        referencesTo(user(manager), 'users'),
      ]),
    path: () =>
      '/v1.0/me?$expand=manager($levels=max;$select=id,displayName)&$select=id,displayName&$count=true',
  },
  'user-list-approleassignments-01': {
    path: ({ user }) => `/v1.0/users/${user('Ada Lindqvist')}/appRoleAssignments`,
  },
  'user-post-sponsors-01': {
    path: ({ user }) => `/v1.0/users/${user(grace)}/sponsors/$ref`,
    body: ({ user }) => referencesTo(user('Noor Rahman'), 'users'),
  },
  'user-post-sponsors-02': {
    path: ({ user }) => `/v1.0/users/${user(grace)}/sponsors/$ref`,
    body: ({ group }) => referencesTo(group('Harbour Drawings'), 'groups'),
  },
  'user-post-users-01': {
    path: () => '/v1.0/users',
    body: () => ({
      accountEnabled: true,
      displayName: 'Ada Example',
      mailNickname: 'AdaE',
      userPrincipalName: 'AdaE@contoso.com',
      passwordProfile: { forceChangePasswordNextSignIn: true, password: 'a-password-1' },
    }),
  },
  'user-update-01': {
    as: grace,
    path: () => '/v1.0/me',
    body: () => ({ businessPhones: ['+1 425 555 0109'], officeLocation: '18/2111' }),
  },
  'error-advanced-query-03': asked("/beta/users?$filter=endsWith(userPrincipalName,'a')"),
  'error-skills-501-01': asked('/v1.0/users/?$select=skills'),
  'user-delete-approleassignments-01': {
    async path({ user }, ask) {
      const everything = valuesOf(await ask('GET', assignmentsOf(user(ada))))
      const own = everything.find(({ principalId }) => principalId === user(ada))
      return `/v1.0${assignmentsOf(user(ada))}/${String(own?.['id'])}`
    },
  },
  'user-delete-sponsors-01': {
    async path({ user }, ask) {
      const sponsors = `/users/${user('Omar Haddad')}/sponsors`
      const [first] = valuesOf(await ask('GET', sponsors))
      return `/v1.0${sponsors}/${String(first?.['id'])}/$ref`
    },
  },
  'user-list-manager-01': {
    before: ({ user }) => [
      ['PUT', `/users/${user('Noor Rahman')}/manager/$ref`, referencesTo(user('Sam Okafor'))],
    ],
    path: ({ user }) => `/v1.0/users/${user('Noor Rahman')}/manager`,
  },
  'beta-user-list-03': {
    path: () => '/beta/users?$select=displayName,userPrincipalName,signInActivity',
    differs: Object.fromEntries(
      ['lastSignInRequestId', 'lastNonInteractiveSignInRequestId'].map((name) => [
        `value[].signInActivity.${name}`,
        'which request it was is not kept',
      ]),
    ),
  },
  'user-list-ownedobjects-01': {
    as: ada,
    before: ({ group, user }) => [
      ['POST', `/groups/${group('Tender 2026')}/owners/$ref`, referencesTo(user(ada))],
    ],
    path: () => '/v1.0/me/ownedObjects',
  },
  'user-revokesigninsessions-01': {
    as: 'Sam Okafor',
    path: () => '/v1.0/me/revokeSignInSessions',
  },
}
