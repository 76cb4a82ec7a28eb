import { type Ids, type Person, type Replay, valuesOf } from './replay.ts'

const invitation = () => ({
  invitedUserEmailAddress: 'admin@litware.example',
  inviteRedirectUrl: 'https://myapp.contoso.com',
})
const noTeam = 'no app of this world is called Team'
const grace: Person = 'Grace Adeyemi'

const wrapped = (...names: string[]) =>
  Object.fromEntries(
    names.map((name) => [`value.${name}`, 'the page wraps the object, which its type does not']),
  )

const subscription = ({ endpoint }: Ids) => ({
  changeType: 'updated',
  notificationUrl: endpoint,
  lifecycleNotificationUrl: endpoint,
  resource: 'users',
  expirationDateTime: '2026-11-23T18:00:00Z',
  clientState: 'secret',
})
const subscribe: Replay['path'] = async (ids, ask) => {
  const { id } = await ask('POST', '/subscriptions', subscription(ids))
  return `/v1.0/subscriptions/${String(id)}`
}
const lunch = {
  subject: 'Meet for lunch?',
  toRecipients: [{ emailAddress: { address: 'ada@contoso.com' } }],
}
const directConnect = (place: string) =>
  Object.fromEntries(
    [
      'usersAndGroups.accessType',
      'usersAndGroups.targets',
      'usersAndGroups.targets[].target',
      'usersAndGroups.targets[].targetType',
      'applications.accessType',
      'applications.targets',
      'applications.targets[].target',
      'applications.targets[].targetType',
    ].map((name) => [
      `${place}.${name}`,
      'no partner of this world has settings of direct connect',
    ]),
  )

const onlyBeta = [
  'userAgent',
  'homeTenantId',
  'homeTenantName',
  'isTenantRestricted',
  'originalRequestId',
  'tokenIssuerName',
  'tokenIssuerType',
  'processingTimeInMilliseconds',
  'resourceTenantId',
  'authenticationMethodsUsed',
  'authenticationRequirement',
  'authenticationProtocol',
  'incomingTokenType',
  'signInIdentifier',
  'servicePrincipalId',
  'userType',
  'flaggedForReview',
  'autonomousSystemNumber',
  'crossTenantAccessType',
  'uniqueTokenIdentifier',
  'authenticationProcessingDetails',
  'authenticationProcessingDetails[].key',
  'authenticationProcessingDetails[].value',
  'networkLocationDetails',
  'networkLocationDetails[].networkType',
  'networkLocationDetails[].networkNames',
  'networkLocationDetails[].networkNames[]',
  'authenticationDetails',
  'authenticationDetails[].authenticationStepDateTime',
  'authenticationDetails[].authenticationMethod',
  'authenticationDetails[].authenticationMethodDetail',
  'authenticationDetails[].succeeded',
  'authenticationDetails[].authenticationStepResultDetail',
  'authenticationDetails[].authenticationStepRequirement',
  'authenticationRequirementPolicies',
  'sessionLifetimePolicies',
]
const onlyBetaOnce = [
  'authenticationContextClassReferences',
  'authenticationContextClassReferences[].id',
  'authenticationContextClassReferences[].details',
  'clientCredentialType',
  'resourceServicePrincipalId',
  'azureResourceId',
  'federatedCredentialId',
]
const notOfBeta = (...names: string[]) =>
  Object.fromEntries(
    names.map((name) => [
      `value[].${name}`,
      'of what beta adds to a sign-in, its kind alone is simulated',
    ]),
  )

/** How the documented examples of whatever is no user and no group are asked of this world. */
export const replaysOfOthers: Readonly<Record<string, Replay>> = {
  'organization-list-01': {
    path: () => '/v1.0/organization',
    differs: Object.fromEntries(
      [
        'isMultipleDataLocationsForServicesEnabled',
        'marketingNotificationEmails',
        'securityComplianceNotificationMails',
        'securityComplianceNotificationPhones',
        'directorySizeQuota.used',
        'directorySizeQuota.total',
        'assignedPlans',
        'assignedPlans[].assignedDateTime',
        'assignedPlans[].capabilityStatus',
        'assignedPlans[].service',
        'assignedPlans[].servicePlanId',
        'provisionedPlans',
        'provisionedPlans[].capabilityStatus',
        'provisionedPlans[].provisioningStatus',
        'provisionedPlans[].service',
      ].map((name) => [
        `value[].${name}`,
        'plans and notices of an organization are not simulated',
      ]),
    ),
  },
  'crosstenantaccesspolicy-get-01': {
    path: () => '/v1.0/policies/crossTenantAccessPolicy',
    differs: wrapped('@odata.type', 'displayName', 'definition'),
  },
  'crosstenantaccesspolicy-list-partners-01': {
    at: 'fabrikam',
    path: () => '/v1.0/policies/crossTenantAccessPolicy/partners',
    differs: directConnect('value[].b2bDirectConnectInbound'),
  },
  'beta-externalidentitiespolicy-get-01': {
    path: () => '/beta/policies/externalIdentitiesPolicy',
    differs: wrapped(
      '@odata.context',
      'id',
      'deletedDateTime',
      'allowExternalIdentitiesToLeave',
      'allowDeletedIdentitiesDataRemoval',
      'displayName',
    ),
  },
  'tenantrelationship-findtenantinformationbytenantid-01': {
    path: ({ tenant }) =>
      `/v1.0/tenantRelationships/findTenantInformationByTenantId(tenantId='${tenant('fabrikam')}')`,
  },
  'directoryobject-get-01': {
    path: ({ user }) => `/v1.0/directoryObjects/${user(grace)}`,
    differs: { '@odata.id': 'it is of odata.metadata=full, which is not asked for' },
  },
  'directoryobject-checkmembergroups-01': {
    path: ({ user }) => `/v1.0/directoryObjects/${user(grace)}/checkMemberGroups`,
    body: ({ group }) => ({ groupIds: [group('Harbour Drawings')] }),
  },
  'directoryobject-getbyids-01': {
    path: () => '/v1.0/directoryObjects/getByIds',
    body: ({ user }) => ({ ids: [user(grace)], types: ['user'] }),
  },
  'directoryobject-getmembergroups-01': {
    path: ({ user }) => `/v1.0/directoryObjects/${user(grace)}/getMemberGroups`,
    body: () => ({ securityEnabledOnly: true }),
  },
  'directoryobject-getmembergroups-02': {
    as: grace,
    path: () => '/v1.0/me/getMemberGroups',
    body: () => ({ securityEnabledOnly: true }),
  },
  'signin-list-02': {
    signIns: Array.from({ length: 11 }, () => 'grace@adatum.com'),
    path: () => "/v1.0/auditLogs/signIns?&$filter=startsWith(appDisplayName,'Foyer')&$top=10",
  },
  'beta-signin-list-01': {
    signIns: ['grace@adatum.com'],
    path: () => '/beta/auditLogs/signIns',
    differs: notOfBeta(...onlyBeta, ...onlyBetaOnce),
  },
  'beta-signin-list-02': {
    signIns: Array.from({ length: 11 }, () => 'grace@adatum.com'),
    path: () => "/beta/auditLogs/signins?&$filter=startsWith(appDisplayName,'Foyer')&$top=10",
    differs: notOfBeta(...onlyBeta),
  },
  'subscription-get-01': { path: subscribe },
  'subscription-list-01': {
    async path(ids, ask) {
      await subscribe(ids, ask)
      return '/v1.0/subscriptions'
    },
  },
  'subscription-post-subscriptions-01': { path: () => '/v1.0/subscriptions', body: subscription },
  'subscription-update-01': {
    path: subscribe,
    body: () => ({ expirationDateTime: '2026-11-24T09:00:00Z' }),
  },
  'crosstenantaccesspolicyconfigurationpartner-get-01': {
    at: 'fabrikam',
    async path(_ids, ask) {
      const partners = await ask('GET', '/policies/crossTenantAccessPolicy/partners')
      const [partner] = valuesOf(partners)
      return `/v1.0/policies/crossTenantAccessPolicy/partners/${String(partner?.['tenantId'])}`
    },
    differs: directConnect('b2bDirectConnectInbound'),
  },
  'error-throttled-01': { path: () => '/v1.0/users', quotas: { resourceUnits: 1 } },
  'serviceprincipal-list-02': { path: () => '/v1.0/servicePrincipals/$count' },
  'serviceprincipal-list-04': {
    path: () => '/v1.0/servicePrincipals?$search="displayName:Team"&$count=true',
    differs: {
      'value[].accountEnabled': noTeam,
      'value[].displayName': noTeam,
      'value[].servicePrincipalType': noTeam,
      'value[].signInAudience': noTeam,
    },
  },
  'serviceprincipal-list-approleassignedto-01': {
    async path(_ids, ask) {
      const principals = valuesOf(await ask('GET', '/servicePrincipals'))
      const assigned = await Promise.all(
        principals.map(async ({ id }) => {
          const path = `/servicePrincipals/${String(id)}/appRoleAssignedTo`
          return valuesOf(await ask('GET', path)).length > 0 ? path : undefined
        }),
      )
      return `/v1.0${assigned.find(Boolean)}`
    },
  },
  'invitation-post-01': { path: () => '/v1.0/invitations', body: invitation },
  'beta-invitation-post-01': {
    path: () => '/beta/invitations',
    body: invitation,
    differs: Object.fromEntries(
      ['invitedUser', 'invitedUser[].id'].map((name) => [
        name,
        'the page shows a list where the type has one user',
      ]),
    ),
  },
  'user-sendmail-02': {
    as: 'Sam Okafor',
    path: () => '/v1.0/me/sendMail',
    body: () => ({
      message: {
        ...lunch,
        body: { contentType: 'HTML', content: 'The group represents Nevada.' },
        internetMessageHeaders: [{ name: 'x-custom-header-group-name', value: 'Nevada' }],
      },
    }),
  },
  'user-sendmail-03': {
    as: 'Sam Okafor',
    path: () => '/v1.0/me/sendMail',
    body: () => ({
      message: {
        ...lunch,
        body: { contentType: 'Text', content: 'The new cafeteria is open.' },
        attachments: [
          {
            '@odata.type': '#microsoft.graph.fileAttachment',
            name: 'attachment.txt',
            contentType: 'text/plain',
            contentBytes: 'SGVsbG8gV29ybGQh',
          },
        ],
      },
    }),
  },
  'user-sendmail-04': {
    as: 'Sam Okafor',
    path: () => '/v1.0/me/sendMail',
    text: Buffer.from(
      'From: Sam Okafor <sam@contoso.com>\r\nTo: Ada <ada@contoso.com>\r\nSubject: Lunch\r\n\r\nAt noon?\r\n',
    ).toString('base64'),
  },
}
