// What the simulator has and the part of Microsoft's description in ../../reference has not. Each
// entry names the page that does have it; whoever adds one has read it there.
import type { NamedTypes } from '../../reference/distil-description.ts'

interface Beyond {
  readonly why: 'beta' | 'trap' | 'further part'
  readonly document: string
  readonly answers: Readonly<Record<string, string | null>>
}

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
}

/** Properties that the description's types lack, with the document that shows them. */
export const beyondProperties: Readonly<
  Record<string, Readonly<Record<string, { readonly type: string; readonly document: string }>>>
> = {
  'microsoft.graph.group': {
    creationOptions: { type: '[String]', document: 'group-get.md, example 1' },
  },
}

/** Codes of errors that none of the examples shows, with the document that does. */
export const beyondCodes: Readonly<Record<string, string>> = {
  BadRequest: 'microsoft-graph-docs-contrib issue 5532',
  FailedDependency: 'json-batching.md, dependsOn',
  MaxExpirationPoliciesCountReached: 'recorded: microsoft-graph-docs issue 4013',
  InvalidAuthenticationToken: 'errors.md',
  Request_ResourceNotFound: 'recorded: vercel-labs/emulate, n8n',
  Directory_ExpiredPageToken: 'recorded: a $skiptoken that is not valid any more',
}
