import { type Person, type Replay } from './replay.ts'

const grace: Person = 'Grace Adeyemi'

const wrapped = (...names: string[]) =>
  Object.fromEntries(
    names.map((name) => [`value.${name}`, 'the page wraps the object, which its type does not']),
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
    differs: Object.fromEntries(
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
        `value[].b2bDirectConnectInbound.${name}`,
        'no partner of this world has settings of direct connect',
      ]),
    ),
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
}
