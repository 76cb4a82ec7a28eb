import { notFound } from './graph-error.ts'
import { contextOf, type GraphOperation, param } from './operation.ts'
import * as permissions from './permissions.ts'
import { plainReply } from './plain-list.ts'

/** What this organization allows people of others, and its own elsewhere. */
export const crossTenantAccessOperations: readonly GraphOperation[] = [
  {
    method: 'GET',
    path: '/policies/crossTenantAccessPolicy',
    answer: (call) =>
      plainReply(call, 'policies/crossTenantAccessPolicy', {
        id: 'crossTenantAccessPolicy',
        displayName: 'CrossTenantAccessPolicy',
        deletedDateTime: null,
        allowedCloudEndpoints: [],
      }),
  },
  {
    method: 'GET',
    path: '/policies/crossTenantAccessPolicy/default',
    answer: (call) => plainReply(call, 'policies/crossTenantAccessPolicy/default', everyTenant),
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

/** As in a new organization: collaboration is open, direct connection is not, nothing is trusted. */
const everyTenant = {
  isServiceDefault: true,
  inboundTrust: {
    isMfaAccepted: false,
    isCompliantDeviceAccepted: false,
    isHybridAzureADJoinedDeviceAccepted: false,
  },
  b2bCollaborationInbound: settings('allowed'),
  b2bCollaborationOutbound: settings('allowed'),
  b2bDirectConnectInbound: settings('blocked'),
  b2bDirectConnectOutbound: settings('blocked'),
  automaticUserConsentSettings: { inboundAllowed: false, outboundAllowed: false },
}

function settings(accessType: 'allowed' | 'blocked') {
  return {
    usersAndGroups: { accessType, targets: [{ target: 'AllUsers', targetType: 'user' }] },
    applications: {
      accessType,
      targets: [{ target: 'AllApplications', targetType: 'application' }],
    },
  }
}

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
