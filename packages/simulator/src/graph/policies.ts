import { recordEffect } from '../simulation.ts'
import { guestAccessLevels, invitationRules, type Tenant } from '../world/tenant.ts'
import { badRequest } from './graph-error.ts'
import { type Call, type GraphOperation, type GraphReply, noContent } from './operation.ts'
import { plainReply } from './plain-list.ts'
import type { Properties } from './properties.ts'

/** What guests may see and do here: by the organization's own choice. */
export const policyOperations: readonly GraphOperation[] = [
  {
    method: 'GET',
    path: '/policies/authorizationPolicy',
    answer: (call) =>
      plainReply(call, 'policies/authorizationPolicy', authorizationPolicy(call.tenant)),
  },
  { method: 'PATCH', path: '/policies/authorizationPolicy', answer: changeAuthorization },
  {
    method: 'GET',
    path: '/policies/externalIdentitiesPolicy',
    versions: ['beta'],
    answer: (call) =>
      plainReply(call, 'policies/externalIdentitiesPolicy', {
        id: 'externalIdentitiesPolicy',
        deletedDateTime: null,
        displayName: 'External Identities Policy',
        allowExternalIdentitiesToLeave: call.tenant.allowsLeaving,
        allowDeletedIdentitiesDataRemoval: false,
      }),
  },
  {
    // externalidentitiespolicy-update.md.
    method: 'PATCH',
    path: '/policies/externalIdentitiesPolicy',
    versions: ['beta'],
    permissions: {
      application: ['Policy.ReadWrite.ExternalIdentities'],
      delegated: ['Policy.ReadWrite.ExternalIdentities'],
    },
    answer(call) {
      const { allowExternalIdentitiesToLeave: allows } = recordOf(call.body)
      if (typeof allows !== 'boolean') throw refusal('allowExternalIdentitiesToLeave')
      // Only who says where questions go may let people leave (leave-the-organization.md).
      if (allows && !call.tenant.privacyProfile) throw refusal('allowExternalIdentitiesToLeave')
      call.tenant.allowsLeaving = allows
      return changed(call, 'externalIdentitiesPolicy', ['allowExternalIdentitiesToLeave'])
    },
  },
]

function authorizationPolicy(tenant: Tenant): Properties {
  return {
    id: 'authorizationPolicy',
    allowInvitesFrom: tenant.allowInvitesFrom,
    allowedToSignUpEmailBasedSubscriptions: false,
    allowedToUseSSPR: true,
    allowEmailVerifiedUsersToJoinOrganization: false,
    blockMsolPowerShell: true,
    displayName: 'Authorization Policy',
    description: 'Used to manage authorization related settings across the company.',
    guestUserRoleId: tenant.guestUserRoleId,
    defaultUserRolePermissions: {
      allowedToCreateApps: false,
      allowedToCreateSecurityGroups: false,
      allowedToReadOtherUsers: true,
    },
  }
}

/** Those two that are about guests; the others of authorizationpolicy-update.md stay as they are. */
function changeAuthorization(call: Call): GraphReply {
  const body = recordOf(call.body)
  const other = Object.keys(body).find(
    (name) => !['allowInvitesFrom', 'guestUserRoleId'].includes(name) && !name.startsWith('@'),
  )
  if (other !== undefined) throw refusal(other)
  const { allowInvitesFrom = call.tenant.allowInvitesFrom } = body
  const { guestUserRoleId = call.tenant.guestUserRoleId } = body
  const rule = invitationRules.find((known) => known === allowInvitesFrom)
  const level = Object.values(guestAccessLevels).find((known) => known === guestUserRoleId)
  if (!rule) throw refusal('allowInvitesFrom')
  if (!level) throw refusal('guestUserRoleId')
  call.tenant.allowInvitesFrom = rule
  call.tenant.guestUserRoleId = level
  return changed(call, 'authorizationPolicy', Object.keys(body))
}

function changed(
  { simulation, tenant, caller }: Call,
  policyId: string,
  properties: readonly string[],
): GraphReply {
  recordEffect(simulation, tenant, {
    by: caller.actor,
    what: 'policy-updated',
    targets: { policyId },
    properties,
  })
  return noContent
}

function refusal(property: string) {
  return badRequest(`Invalid value specified for property '${property}' of resource 'Policy'.`)
}

function recordOf(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? { ...value } : {}
}
