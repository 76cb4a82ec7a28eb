// The power of each identity, once. docs/permissions.md says what each part is for; a test holds
// this file and that page together.

/** Application permissions of Microsoft Graph: the ids are the same in every tenant. */
export const graphPermissions = {
  'User.Read.All': 'df021288-bdef-4463-88db-98f22de89214',
  'GroupMember.Read.All': '98830695-27a2-44f7-8c18-0c3ebc9698f6',
  'RoleManagement.Read.Directory': '483bed4a-2ad3-4361-a73b-c83ccdbdc53c',
  'Policy.Read.All': '246dd0d5-5bd0-4def-940b-0421030a5b68',
  'Policy.Read.B2BManagementPolicy': '227900ff-df89-40f8-90e2-8157cf6995d5',
  'Member.Read.Hidden': '658aa5d8-239f-45c4-aa12-864f4fc7e490',
  'Directory.Read.All': '7ab1d382-f21e-4acd-a863-ba3e13f7da61',
  'AuditLog.Read.All': 'b0afded3-3588-46d8-8b3d-9842eff778da',
  'GroupMember.ReadWrite.All': 'dbaae8cf-10b5-4b86-a4a1-f871c94c6695',
  'User.DeleteRestore.All': 'eccc023d-eccf-4e7b-9683-8813ab36cecc',
  'User.EnableDisableAccount.All': '3011c876-62b7-4ada-afa2-506cbbecc68c',
  'User.Invite.All': '09850681-111b-4a89-9bed-3f2cae46d706',
}

/** Built-in directory roles, by the template id that is the same in every tenant. */
export const directoryRoles = {
  'Directory Readers': '88d8e3e3-8f55-4a1e-953a-9b9898b8876b',
  'Groups Administrator': 'fdd7a751-b60b-444a-984c-02652fe8fa1c',
  'User Administrator': 'fe930be7-5e62-47db-91af-98c3a49a38b1',
}

/** What the reader may be given beyond its three permissions, and what for. */
export const readerFeatures = {
  'guest-settings': 'Policy.Read.All',
  'hidden-groups': 'Member.Read.Hidden',
  apps: 'Directory.Read.All',
  'sign-ins': 'AuditLog.Read.All',
  'domain-lists': 'Policy.Read.B2BManagementPolicy',
}

/** Administrative units: one rule takes every guest in, groups are added by hand. */
export const administrativeUnits = {
  guests: {
    displayName: 'Foyer guests',
    description: 'The guests that Foyer may block, remove and restore',
    membershipType: 'Dynamic',
    membershipRule: '(user.userType -eq "Guest")',
    membershipRuleProcessingState: 'On',
  },
  groups: {
    displayName: 'Foyer groups',
    description: 'The groups that guests may leave through Foyer',
  },
}

/** `scoped` is recommended; `tenantWide` is the fallback that an organization accepts by asking. */
export const identities = {
  reader: {
    scoped: {
      permissions: ['User.Read.All', 'GroupMember.Read.All', 'RoleManagement.Read.Directory'],
    },
    tenantWide: {
      permissions: ['User.Read.All', 'GroupMember.Read.All', 'RoleManagement.Read.Directory'],
    },
  },
  grouper: {
    scoped: { permissions: [], role: { name: 'Groups Administrator', unit: 'groups' } },
    tenantWide: { permissions: ['GroupMember.ReadWrite.All'] },
  },
  keeper: {
    scoped: { permissions: [], role: { name: 'User Administrator', unit: 'guests' } },
    // Blocking asks for reading beside it.
    tenantWide: {
      permissions: ['User.DeleteRestore.All', 'User.EnableDisableAccount.All', 'User.Read.All'],
    },
  },
  inviter: {
    scoped: { permissions: ['User.Invite.All'] },
    tenantWide: { permissions: ['User.Invite.All'] },
  },
  // Exchange, not Entra, lets it send, and only as one mailbox.
  mailer: { scoped: { permissions: [] }, tenantWide: { permissions: [] } },
}
