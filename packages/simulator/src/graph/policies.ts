import { notFound } from './graph-error.ts'
import { contextOf, type GraphOperation, param } from './operation.ts'
import * as permissions from './permissions.ts'

export const policyOperations: readonly GraphOperation[] = [
  {
    method: 'GET',
    path: '/policies/authorizationPolicy',
    answer: (call) => ({
      status: 200,
      body: {
        '@odata.context': contextOf(call, 'policies/authorizationPolicy/$entity'),
        id: 'authorizationPolicy',
        allowInvitesFrom: 'adminsAndGuestInviters',
        allowedToSignUpEmailBasedSubscriptions: false,
        allowedToUseSSPR: true,
        allowEmailVerifiedUsersToJoinOrganization: false,
        blockMsolPowerShell: true,
        displayName: 'Authorization Policy',
        description: 'Used to manage authorization related settings across the company.',
        guestUserRoleId: call.tenant.guestUserRoleId,
        defaultUserRolePermissions: {
          allowedToCreateApps: false,
          allowedToCreateSecurityGroups: false,
          allowedToReadOtherUsers: true,
        },
      },
    }),
  },
  {
    method: 'GET',
    path: '/policies/externalIdentitiesPolicy',
    versions: ['beta'],
    answer: (call) => ({
      status: 200,
      body: {
        '@odata.context': contextOf(call, 'policies/externalIdentitiesPolicy/$entity'),
        id: 'externalIdentitiesPolicy',
        deletedDateTime: null,
        displayName: 'External Identities Policy',
        allowExternalIdentitiesToLeave: call.tenant.allowsLeaving,
        allowDeletedIdentitiesDataRemoval: false,
      },
    }),
  },
  {
    method: 'GET',
    path: '/policies/crossTenantAccessPolicy/partners',
    permissions: permissions.readCrossTenantAccess,
    answer: (call) => ({
      status: 200,
      body: {
        '@odata.context': contextOf(call, 'policies/crossTenantAccessPolicy/partners'),
        value: call.tenant.syncedFrom.map(({ tenantId }) => partner(tenantId)),
      },
    }),
  },
  {
    method: 'GET',
    path: '/policies/crossTenantAccessPolicy/partners/{partner}',
    permissions: permissions.readCrossTenantAccess,
    answer(call) {
      const { tenantId } = requirePartner(call, param(call, 'partner'))
      return {
        status: 200,
        body: {
          '@odata.context': contextOf(call, 'policies/crossTenantAccessPolicy/partners/$entity'),
          ...partner(tenantId),
        },
      }
    },
  },
  {
    method: 'GET',
    path: '/policies/crossTenantAccessPolicy/partners/{partner}/identitySynchronization',
    permissions: permissions.readCrossTenantAccess,
    answer(call) {
      const { tenantId, displayName } = requirePartner(call, param(call, 'partner'))
      return {
        status: 200,
        body: {
          '@odata.context': contextOf(
            call,
            `policies/crossTenantAccessPolicy/partners('${tenantId}')/identitySynchronization/$entity`,
          ),
          tenantId,
          displayName,
          userSyncInbound: { isSyncAllowed: true },
        },
      }
    },
  },
]

function requirePartner(
  { tenant }: Parameters<GraphOperation['answer']>[0],
  tenantId: string,
): { tenantId: string; displayName: string } {
  const found = tenant.syncedFrom.find((partner) => partner.tenantId === tenantId.toLowerCase())
  if (!found) throw notFound(tenantId)
  return found
}

/** Null means: as the default of this organization (crosstenantaccesspolicyconfigurationpartner.md). */
function partner(tenantId: string) {
  return {
    tenantId,
    isServiceProvider: null,
    inboundTrust: null,
    b2bCollaborationInbound: null,
    b2bCollaborationOutbound: null,
    b2bDirectConnectInbound: null,
    b2bDirectConnectOutbound: null,
    tenantRestrictions: null,
    automaticUserConsentSettings: { inboundAllowed: true, outboundAllowed: null },
  }
}
