import type { AdministrativeUnit } from './administrative-unit.ts'
import type { ConditionalAccessPolicy } from './conditional-access.ts'
import type { AppRoleAssignment } from './app-role-assignment.ts'
import type { B2bManagementPolicy } from './collaboration-domains.ts'
import {
  type CollaborationSettings,
  createPartner,
  openToEverybody,
  type PartnerSettings,
} from './cross-tenant-access.ts'
import type { ExtensionProperty } from './extension-property.ts'
import type { Group } from './group.ts'
import type { Invitation } from './invitation.ts'
import type { LifecyclePolicy } from './lifecycle-policy.ts'
import { createLinks, type Links } from './links.ts'
import type { RoleAssignment } from './role.ts'
import type { ServicePrincipal } from './service-principal.ts'
import type { Subscription } from './subscription.ts'
import { joinByRule } from './unit-membership.ts'
import type { User } from './user.ts'

/** Values of `authorizationPolicy.guestUserRoleId` (authorizationpolicy.md). */
export const guestAccessLevels = {
  asMembers: 'a0b1b346-4d3e-4e8b-98f8-753987be4970',
  limited: '10dae51f-b6af-4016-8d66-8c2a99b929b3',
  restricted: '2af84b1e-32c8-42b7-82bc-daa82404023b',
}

export const invitationRules = [
  'none',
  'adminsAndGuestInviters',
  'adminsGuestInvitersAndAllMembers',
  'everyone',
] as const

/** What a tenant is and has decided. */
export interface TenantProfile {
  readonly tenantId: string
  readonly slug: string
  readonly name: string
  readonly domains: readonly string[]
  readonly countryCode: string
  readonly isConnected: boolean
  readonly isListed: boolean
  readonly createdDateTime: string
  readonly privacyProfile: { contactEmail: string; statementUrl: string } | null
  /** Beta `externalIdentitiesPolicy.allowExternalIdentitiesToLeave`. */
  allowsLeaving: boolean
  /** `authorizationPolicy.guestUserRoleId`. */
  guestUserRoleId: string
  /** `authorizationPolicy.allowInvitesFrom`. */
  allowInvitesFrom: (typeof invitationRules)[number]
  /** Entra ID P1 or P2, without which nobody sees sign-in activity. */
  readonly hasPremiumLicence: boolean
  /** Tenants whose users cross-tenant synchronization brings here. */
  readonly syncedFrom: readonly { tenantId: string; displayName: string }[]
  /** What whoever takes up an invitation has to agree to, beside the permissions. */
  readonly termsOfUse: { readonly name: string; readonly text: string } | null
}

/** A directory: its objects, and the relations between them, each readable from both ends. */
export interface Tenant extends TenantProfile {
  readonly users: Map<string, User>
  /** Every id that was ever a user, in order: a place in it is a page's mark. */
  readonly userOrder: string[]
  readonly userIdByName: Map<string, string>
  /** Account id → user id: who this account is here. */
  readonly userIdByAccount: Map<string, string>
  readonly deletedUsers: Map<string, User>
  readonly groups: Map<string, Group>
  readonly deletedGroups: Map<string, Group>
  readonly lifecyclePolicies: Map<string, LifecyclePolicy>
  /** Client id → the app as it stands in this directory. */
  readonly servicePrincipals: Map<string, ServicePrincipal>
  readonly extensionProperties: ExtensionProperty[]
  readonly invitations: Map<string, Invitation>
  /** Which domains guests may be invited from; null where none are named. */
  b2bManagementPolicy: B2bManagementPolicy | null
  /** Of other tenants, what was decided about one of them. */
  readonly partners: Map<string, PartnerSettings>
  readonly collaboration: CollaborationSettings
  readonly subscriptions: Map<string, Subscription>
  /** Group → member. */
  readonly members: Links
  /** Group → owner. */
  readonly owners: Links
  /** Lifecycle policy → group, where the policy manages selected groups. */
  readonly lifecycleGroups: Links
  /** User → sponsor. */
  readonly sponsors: Links
  /** User → manager, one at most. */
  readonly managers: Links
  /** User → who invited them: a user, or an app; unknown for many. */
  readonly inviters: Links
  /** Unit → member. */
  readonly unitMembers: Links
  readonly administrativeUnits: Map<string, AdministrativeUnit>
  readonly conditionalAccessPolicies: Map<string, ConditionalAccessPolicy>
  /** Of the users that synchronization brought here: user id → home tenant. */
  readonly synchronizedFrom: Map<string, string>
  readonly roleAssignments: RoleAssignment[]
  readonly roleEligibilities: RoleAssignment[]
  readonly appRoleAssignments: AppRoleAssignment[]
  /** User id → app roles of Foyer's API. */
  readonly appRoles: Map<string, readonly string[]>
}

export function createTenant(profile: TenantProfile): Tenant {
  return {
    ...profile,
    users: new Map(),
    userOrder: [],
    userIdByName: new Map(),
    userIdByAccount: new Map(),
    deletedUsers: new Map(),
    groups: new Map(),
    deletedGroups: new Map(),
    lifecyclePolicies: new Map(),
    servicePrincipals: new Map(),
    extensionProperties: [],
    invitations: new Map(),
    b2bManagementPolicy: null,
    partners: new Map(
      profile.syncedFrom.map(({ tenantId, displayName }) => [
        tenantId,
        // Synchronization has to suppress consent (cross-tenant-synchronization-configure.md).
        createPartner(tenantId, { synchronizationName: displayName, consentsInbound: true }),
      ]),
    ),
    collaboration: openToEverybody(),
    subscriptions: new Map(),
    members: createLinks(),
    owners: createLinks(),
    lifecycleGroups: createLinks(),
    sponsors: createLinks(),
    managers: createLinks(),
    inviters: createLinks(),
    unitMembers: createLinks(),
    administrativeUnits: new Map(),
    conditionalAccessPolicies: new Map(),
    synchronizedFrom: new Map(),
    roleAssignments: [],
    roleEligibilities: [],
    appRoleAssignments: [],
    appRoles: new Map(),
  }
}

export function addUser(tenant: Tenant, user: User): void {
  tenant.users.set(user.id, user)
  tenant.userOrder.push(user.id)
  tenant.userIdByName.set(user.userPrincipalName.toLowerCase(), user.id)
  joinByRule(tenant, user)
}

/** A user principal name is also what addresses find the user by. */
export function renameUser(tenant: Tenant, user: User, userPrincipalName: string): void {
  tenant.userIdByName.delete(user.userPrincipalName.toLowerCase())
  user.userPrincipalName = userPrincipalName
  tenant.userIdByName.set(userPrincipalName.toLowerCase(), user.id)
}

/** By object id or user principal name, as Graph's addresses allow. */
export function findUser(tenant: Tenant, idOrName: string): User | undefined {
  return (
    tenant.users.get(idOrName.toLowerCase()) ??
    tenant.users.get(tenant.userIdByName.get(idOrName.toLowerCase()) ?? '')
  )
}
