import { recordEffect } from '../simulation.ts'
import {
  type AccessType,
  type CollaborationSettings,
  createPartner,
  type PartnerSettings,
} from '../world/cross-tenant-access.ts'
import { badRequest, conflict, notFound } from './graph-error.ts'
import {
  type Call,
  contextOf,
  type GraphOperation,
  type GraphReply,
  noContent,
  param,
} from './operation.ts'
import * as permissions from './permissions.ts'
import { plainReply } from './plain-list.ts'
import { readCollaboration } from './cross-tenant-access-body.ts'

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
    answer: (call) =>
      plainReply(
        call,
        'policies/crossTenantAccessPolicy/default',
        everyTenant(call.tenant.collaboration),
      ),
  },
  {
    method: 'PATCH',
    path: '/policies/crossTenantAccessPolicy/default',
    permissions: permissions.writeCrossTenantAccess,
    answer(call) {
      Object.assign(call.tenant.collaboration, readCollaboration(call.body))
      return changed(call)
    },
  },
  {
    method: 'GET',
    path: '/policies/crossTenantAccessPolicy/partners',
    permissions: permissions.readCrossTenantAccess,
    answer: (call) => ({
      status: 200,
      body: {
        '@odata.context': contextOf(call, 'policies/crossTenantAccessPolicy/partners'),
        value: [...call.tenant.partners.values()].map(partner),
      },
    }),
  },
  {
    method: 'POST',
    path: '/policies/crossTenantAccessPolicy/partners',
    permissions: permissions.writeCrossTenantAccess,
    answer: addPartner,
  },
  {
    method: 'GET',
    path: '/policies/crossTenantAccessPolicy/partners/{partner}',
    permissions: permissions.readCrossTenantAccess,
    answer: (call) => partnerReply(call, 200, requirePartner(call)),
  },
  {
    method: 'PATCH',
    path: '/policies/crossTenantAccessPolicy/partners/{partner}',
    permissions: permissions.writeCrossTenantAccess,
    answer(call) {
      Object.assign(requirePartner(call), readCollaboration(call.body))
      return changed(call)
    },
  },
  {
    method: 'DELETE',
    path: '/policies/crossTenantAccessPolicy/partners/{partner}',
    permissions: permissions.writeCrossTenantAccess,
    answer(call) {
      call.tenant.partners.delete(requirePartner(call).tenantId)
      return changed(call)
    },
  },
  {
    method: 'GET',
    path: '/policies/crossTenantAccessPolicy/partners/{partner}/identitySynchronization',
    permissions: permissions.readCrossTenantAccess,
    answer(call) {
      const { tenantId, synchronizationName } = requirePartner(call)
      if (synchronizationName === null) throw notFound(tenantId)
      return {
        status: 200,
        body: {
          '@odata.context': contextOf(
            call,
            `policies/crossTenantAccessPolicy/partners('${tenantId}')/identitySynchronization/$entity`,
          ),
          tenantId,
          displayName: synchronizationName,
          userSyncInbound: { isSyncAllowed: true },
        },
      }
    },
  },
]

function addPartner(call: Call): GraphReply {
  const { tenantId } = { ...(call.body as object) } as Record<string, unknown>
  if (typeof tenantId !== 'string') throw badRequest('tenantId is required.', 'BadRequest')
  if (call.tenant.partners.has(tenantId)) throw conflict(`${tenantId} is configured already.`)
  const added = createPartner(tenantId, readCollaboration(call.body))
  call.tenant.partners.set(tenantId, added)
  changed(call)
  return partnerReply(call, 201, added)
}

function partnerReply(call: Call, status: number, found: PartnerSettings): GraphReply {
  const context = 'policies/crossTenantAccessPolicy/partners/$entity'
  return { status, body: { '@odata.context': contextOf(call, context), ...partner(found) } }
}

/** Nothing is trusted, and direct connection is closed. */
function everyTenant({ inbound, outbound, ...consents }: CollaborationSettings) {
  return {
    isServiceDefault: true,
    inboundTrust: {
      isMfaAccepted: false,
      isCompliantDeviceAccepted: false,
      isHybridAzureADJoinedDeviceAccepted: false,
    },
    b2bCollaborationInbound: settings(inbound),
    b2bCollaborationOutbound: settings(outbound),
    b2bDirectConnectInbound: settings('blocked'),
    b2bDirectConnectOutbound: settings('blocked'),
    automaticUserConsentSettings: {
      inboundAllowed: consents.consentsInbound,
      outboundAllowed: consents.consentsOutbound,
    },
  }
}

function settings(accessType: AccessType) {
  return {
    usersAndGroups: { accessType, targets: [{ target: 'AllUsers', targetType: 'user' }] },
    applications: {
      accessType,
      targets: [{ target: 'AllApplications', targetType: 'application' }],
    },
  }
}

function requirePartner(call: Call): PartnerSettings {
  const tenantId = param(call, 'partner')
  const found = call.tenant.partners.get(tenantId.toLowerCase())
  if (!found) throw notFound(tenantId)
  return found
}

/** Null means: as the default of this organization (crosstenantaccesspolicyconfigurationpartner.md). */
function partner({
  tenantId,
  inbound,
  outbound,
  consentsInbound,
  consentsOutbound,
}: PartnerSettings) {
  return {
    tenantId,
    isServiceProvider: null,
    inboundTrust: null,
    b2bCollaborationInbound: inbound && settings(inbound),
    b2bCollaborationOutbound: outbound && settings(outbound),
    b2bDirectConnectInbound: null,
    b2bDirectConnectOutbound: null,
    tenantRestrictions: null,
    automaticUserConsentSettings: {
      inboundAllowed: consentsInbound,
      outboundAllowed: consentsOutbound,
    },
  }
}

function changed({ simulation, tenant, caller }: Call): GraphReply {
  recordEffect(simulation, tenant, {
    by: caller.actor,
    what: 'policy-updated',
    targets: { policyId: 'crossTenantAccessPolicy' },
  })
  return noContent
}
