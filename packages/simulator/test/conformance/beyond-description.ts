// What the simulator has and the part of Microsoft's description in ../../reference has not. Each
// entry names the page that does have it; whoever adds one has read it there.
import type { NamedTypes } from '../../reference/distil-description.ts'

interface Beyond {
  readonly why: 'beta' | 'trap' | 'further part'
  readonly document: string
  /** By status; two forms with `or` between them where a page contradicts itself. */
  readonly answers: Readonly<Record<string, string | null>>
}

/** The description has two of these, for users. */
const memberChecks = Object.fromEntries(
  [
    ...['/groups/{}', '/directoryObjects/{}'].flatMap((of) => [
      `${of}/getMemberGroups`,
      `${of}/checkMemberGroups`,
    ]),
    ...['/users/{}', '/me', '/groups/{}', '/directoryObjects/{}'].flatMap((of) => [
      `${of}/getMemberObjects`,
      `${of}/checkMemberObjects`,
    ]),
  ].map((path): [string, Beyond] => [
    `POST ${path}`,
    {
      why: 'further part',
      document: `directoryobject-${path.split('/').at(-1)?.toLowerCase()}.md`,
      answers: { 200: 'POST /users/{}/getMemberGroups' },
    },
  ]),
)

/** `beta`: not in v1.0. `trap`: what happens on a wrong address. `further part`: v1.0 as well. */
export const beyondOperations: Readonly<Record<string, Beyond>> = {
  'POST /groups/{}/members': {
    why: 'trap',
    document: 'microsoft-graph-docs-contrib issue 5532: refused without $ref',
    answers: {},
  },
  'DELETE /groups/{}/members/{}': {
    why: 'trap',
    document: 'group-delete-members.md, caution: deletes the object itself',
    answers: { 204: null },
  },
  'DELETE /groups/{}/owners/{}': {
    why: 'trap',
    document: 'group-delete-owners.md: deletes the object itself, as with members',
    answers: { 204: null },
  },
  'GET /groups/{}/transitiveMemberOf': {
    why: 'further part',
    document: 'group-list-transitivememberof.md',
    answers: { 200: 'microsoft.graph.directoryObjectCollectionResponse' },
  },
  'GET /policies/externalIdentitiesPolicy': {
    why: 'beta',
    document: 'beta externalidentitiespolicy-get.md',
    answers: { 200: 'microsoft.graph.externalIdentitiesPolicy' },
  },
  'PATCH /policies/crossTenantAccessPolicy/default': {
    why: 'further part',
    document: 'crosstenantaccesspolicyconfigurationdefault-update.md',
    answers: { 204: null },
  },
  'POST /policies/crossTenantAccessPolicy/partners': {
    why: 'further part',
    document: 'crosstenantaccesspolicy-post-partners.md',
    answers: { 201: 'microsoft.graph.crossTenantAccessPolicyConfigurationPartner' },
  },
  'PATCH /policies/crossTenantAccessPolicy/partners/{}': {
    why: 'further part',
    document: 'crosstenantaccesspolicyconfigurationpartner-update.md',
    answers: { 204: null },
  },
  'DELETE /policies/crossTenantAccessPolicy/partners/{}': {
    why: 'further part',
    document: 'crosstenantaccesspolicyconfigurationpartner-delete.md',
    answers: { 204: null },
  },
  'GET /policies/b2bManagementPolicies': {
    why: 'beta',
    document: 'beta b2bmanagementpolicy-list.md',
    answers: { 200: 'Collection(microsoft.graph.b2bManagementPolicy)' },
  },
  'GET /policies/b2bManagementPolicies/{}': {
    why: 'beta',
    document: 'beta b2bmanagementpolicy-get.md',
    answers: { 200: 'microsoft.graph.b2bManagementPolicy' },
  },
  'POST /policies/b2bManagementPolicies': {
    why: 'beta',
    document: 'beta b2bmanagementpolicy-post.md',
    answers: { 201: 'microsoft.graph.b2bManagementPolicy' },
  },
  'PATCH /policies/b2bManagementPolicies/{}': {
    why: 'beta',
    document: 'beta b2bmanagementpolicy-update.md',
    answers: { 204: null },
  },
  'DELETE /policies/b2bManagementPolicies/{}': {
    why: 'beta',
    document: 'beta b2bmanagementpolicy-delete.md',
    answers: { 204: null },
  },
  'GET /policies/crossTenantAccessPolicy/partners/{}/identitySynchronization': {
    why: 'further part',
    document: 'crosstenantidentitysyncpolicypartner-get.md',
    answers: { 200: 'microsoft.graph.crossTenantIdentitySyncPolicyPartner' },
  },
  'GET /roleManagement/directory/roleAssignments': {
    why: 'further part',
    document: 'rbacapplication-list-roleassignments.md',
    answers: { 200: 'Collection(microsoft.graph.unifiedRoleAssignment)' },
  },
  'GET /roleManagement/directory/roleEligibilitySchedules': {
    why: 'further part',
    document: 'rbacapplication-list-roleeligibilityschedules.md',
    answers: { 200: 'Collection(microsoft.graph.unifiedRoleEligibilitySchedule)' },
  },
  'POST /users': {
    why: 'further part',
    document: 'user-post-users.md',
    answers: { 201: 'microsoft.graph.user' },
  },
  'PUT /users/{}/manager/$ref': {
    why: 'further part',
    document: 'user-post-manager.md',
    answers: { 204: null },
  },
  'DELETE /users/{}/manager/$ref': {
    why: 'further part',
    document: 'user-delete-manager.md',
    answers: { 204: null },
  },
  'GET /users/{}/directReports': {
    why: 'further part',
    document: 'user-list-directreports.md',
    answers: { 200: 'microsoft.graph.directoryObjectCollectionResponse' },
  },
  'GET /users/{}/invitedBy': {
    why: 'beta',
    document: 'beta user-list-invitedby.md: an object in its words, a list in its example',
    answers: {
      200: 'microsoft.graph.directoryObject or microsoft.graph.directoryObjectCollectionResponse',
    },
  },
  ...memberChecks,
  'DELETE /users/{}/sponsors/{}': {
    why: 'trap',
    document: 'user-delete-sponsors.md, caution: deletes the object itself',
    answers: { 204: null },
  },
  'PATCH /policies/externalIdentitiesPolicy': {
    why: 'beta',
    document: 'beta externalidentitiespolicy-update.md',
    answers: { 204: null },
  },
  'POST /identity/conditionalAccess/policies': {
    why: 'further part',
    document: 'conditionalaccessroot-post-policies.md',
    answers: { 201: 'microsoft.graph.conditionalAccessPolicy' },
  },
  'PATCH /identity/conditionalAccess/policies/{}': {
    why: 'further part',
    document: 'conditionalaccesspolicy-update.md',
    answers: { 204: null },
  },
  'DELETE /identity/conditionalAccess/policies/{}': {
    why: 'further part',
    document: 'conditionalaccesspolicy-delete.md',
    answers: { 204: null },
  },
  'GET /tenantRelationships/findTenantInformationByTenantId(tenantId={})': {
    why: 'further part',
    document: 'tenantrelationship-findtenantinformationbytenantid.md',
    answers: { 200: 'microsoft.graph.tenantInformation' },
  },
  'GET /tenantRelationships/findTenantInformationByDomainName(domainName={})': {
    why: 'further part',
    document: 'tenantrelationship-findtenantinformationbydomainname.md',
    answers: { 200: 'microsoft.graph.tenantInformation' },
  },
  'GET /roleManagement/directory/roleAssignments/{}': {
    why: 'further part',
    document: 'unifiedroleassignment-get.md',
    answers: { 200: 'microsoft.graph.unifiedRoleAssignment' },
  },
  'GET /roleManagement/directory/transitiveRoleAssignments': {
    why: 'beta',
    document: 'beta rbacapplication-list-transitiveroleassignments.md',
    answers: { 200: 'Collection(microsoft.graph.unifiedRoleAssignment)' },
  },
  'POST /roleManagement/directory/roleAssignments': {
    why: 'further part',
    document: 'rbacapplication-post-roleassignments.md',
    answers: { 201: 'microsoft.graph.unifiedRoleAssignment' },
  },
  'DELETE /roleManagement/directory/roleAssignments/{}': {
    why: 'further part',
    document: 'unifiedroleassignment-delete.md',
    answers: { 204: null },
  },
  'GET /roleManagement/directory/roleEligibilityScheduleInstances': {
    why: 'further part',
    document: 'rbacapplication-list-roleeligibilityscheduleinstances.md',
    answers: { 200: 'Collection(microsoft.graph.unifiedRoleEligibilityScheduleInstance)' },
  },
  'GET /roleManagement/directory/roleAssignmentSchedules': {
    why: 'further part',
    document: 'rbacapplication-list-roleassignmentschedules.md',
    answers: { 200: 'Collection(microsoft.graph.unifiedRoleAssignmentSchedule)' },
  },
  'GET /roleManagement/directory/roleAssignmentScheduleInstances': {
    why: 'further part',
    document: 'rbacapplication-list-roleassignmentscheduleinstances.md',
    answers: { 200: 'Collection(microsoft.graph.unifiedRoleAssignmentScheduleInstance)' },
  },
  'GET /roleManagement/directory/roleDefinitions': {
    why: 'further part',
    document: 'rbacapplication-list-roledefinitions.md',
    answers: { 200: 'Collection(microsoft.graph.unifiedRoleDefinition)' },
  },
  'GET /roleManagement/directory/roleDefinitions/{}': {
    why: 'further part',
    document: 'unifiedroledefinition-get.md',
    answers: { 200: 'microsoft.graph.unifiedRoleDefinition' },
  },
  'GET /directoryRoles': {
    why: 'further part',
    document: 'directoryrole-list.md',
    answers: { 200: 'microsoft.graph.directoryRoleCollectionResponse' },
  },
  'GET /directoryRoles/{}': {
    why: 'further part',
    document: 'directoryrole-get.md',
    answers: { 200: 'microsoft.graph.directoryRole' },
  },
  'GET /directoryRoles(roleTemplateId={})': {
    why: 'further part',
    document: 'directoryrole-get.md',
    answers: { 200: 'microsoft.graph.directoryRole' },
  },
  'GET /directoryRoles/{}/members': {
    why: 'further part',
    document: 'directoryrole-list-members.md',
    answers: { 200: 'microsoft.graph.directoryObjectCollectionResponse' },
  },
  'POST /directory/administrativeUnits': {
    why: 'further part',
    document: 'directory-post-administrativeunits.md',
    answers: { 201: 'microsoft.graph.administrativeUnit' },
  },
  'PATCH /directory/administrativeUnits/{}': {
    why: 'further part',
    document: 'administrativeunit-update.md',
    answers: { 204: null },
  },
  'DELETE /directory/administrativeUnits/{}': {
    why: 'further part',
    document: 'administrativeunit-delete.md',
    answers: { 204: null },
  },
  'GET /directory/administrativeUnits': {
    why: 'further part',
    document: 'directory-list-administrativeunits.md',
    answers: { 200: 'Collection(microsoft.graph.administrativeUnit)' },
  },
  'GET /directory/administrativeUnits/{}': {
    why: 'further part',
    document: 'administrativeunit-get.md',
    answers: { 200: 'microsoft.graph.administrativeUnit' },
  },
  'GET /directory/administrativeUnits/{}/members': {
    why: 'further part',
    document: 'administrativeunit-list-members.md',
    answers: { 200: 'microsoft.graph.directoryObjectCollectionResponse' },
  },
  'POST /directory/administrativeUnits/{}/members/$ref': {
    why: 'further part',
    document: 'administrativeunit-post-members.md',
    answers: { 204: null },
  },
  'DELETE /directory/administrativeUnits/{}/members/{}/$ref': {
    why: 'further part',
    document: 'administrativeunit-delete-members.md',
    answers: { 204: null },
  },
  'GET /servicePrincipals/{}': {
    why: 'further part',
    document: 'serviceprincipal-get.md',
    answers: { 200: 'microsoft.graph.servicePrincipal' },
  },
  'GET /servicePrincipals(appId={})': {
    why: 'further part',
    document: 'serviceprincipal-get.md',
    answers: { 200: 'microsoft.graph.servicePrincipal' },
  },
}

/** Types that only beta has, after its pages. */
export const beyondTypes: NamedTypes = {
  // beta externalidentitiespolicy.md
  'microsoft.graph.externalIdentitiesPolicy': {
    base: 'microsoft.graph.policyBase',
    properties: {
      allowDeletedIdentitiesDataRemoval: 'Boolean?',
      allowExternalIdentitiesToLeave: 'Boolean?',
    },
  },
  // beta b2bmanagementpolicy.md, stspolicy.md
  'microsoft.graph.b2bManagementPolicy': {
    base: 'microsoft.graph.policyBase',
    properties: { definition: '[String]', isOrganizationDefault: 'Boolean?' },
  },
}

/** Properties that the description's types lack, with the document that shows them. */
export const beyondProperties: Readonly<
  Record<string, Readonly<Record<string, { readonly type: string; readonly document: string }>>>
> = {
  'microsoft.graph.group': {
    creationOptions: { type: '[String]', document: 'group-get.md, example 1' },
  },
  'microsoft.graph.signIn': {
    signInEventTypes: { type: '[String]', document: 'beta signin.md' },
  },
  'microsoft.graph.subscription': {
    notificationContentType: { type: 'String?', document: 'subscription-get.md' },
  },
}

/** Codes of errors that none of the examples shows, with the document that does. */
export const beyondCodes: Readonly<Record<string, string>> = {
  Authentication_RequestFromNonPremiumTenantOrB2CTenant:
    'recorded: sign-in activity without a premium licence',
  BadRequest: 'microsoft-graph-docs-contrib issue 5532',
  Conflict: 'errors.md, 409',
  FailedDependency: 'json-batching.md, dependsOn',
  MaxExpirationPoliciesCountReached: 'recorded: microsoft-graph-docs issue 4013',
  Forbidden: 'errors.md; change-notifications-overview.md: 403 beyond the quota',
  InvalidAuthenticationToken: 'errors.md',
  InvalidRequest: 'recorded: microsoft-graph-docs-contrib issue 7031',
  Request_ResourceNotFound: 'recorded: vercel-labs/emulate, n8n',
  Directory_ExpiredPageToken: 'recorded: a $skiptoken that is not valid any more',
  ErrorInvalidParameter: 'Exchange Web Services, ResponseCode',
  ErrorInvalidRecipients: 'Exchange Web Services, ResponseCode',
  ErrorInvalidUser: 'recorded: The requested user is invalid',
  MailboxNotEnabledForRESTAPI: 'errors of the Outlook resources: no mailbox, or on-premises',
  resyncRequired: 'errors.md, resyncRequired',
  serviceNotAvailable: 'errors.md, serviceNotAvailable',
  syncStateNotFound: 'delta-query-overview.md, token duration',
}
