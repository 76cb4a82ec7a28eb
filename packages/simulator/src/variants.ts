import type { AccountKind } from './world/account.ts'

/**
 * What no document of Microsoft's states is not decided here: each row is one unknown, by the
 * numbers of docs/unknowns.md, and each world chooses for all of them. `pessimist` has the
 * possibility that does most harm to a portal that did not expect it.
 */
export interface Variants {
  /**
   * V-01: whether a refresh token serves another tenant. Documented for accounts with an Entra
   * home (MSAL, multi-tenant-accounts.md), for others not.
   */
  readonly refreshTokenElsewhere: 'work-accounts-only' | 'every-account'
  /**
   * V-02: what `client_info` names as home of a guest without an Entra home: the guest object
   * in the organization, or an object of the account's own.
   */
  readonly clientInfoWithoutEntraHome: 'resource-tenant' | 'own'
  /** V-03: the error of a token endpoint for an account that is no guest there. */
  readonly noGuestHere: 'invalid_grant' | 'interaction_required'
  /**
   * V-04: `auth_time` of a guest, by the kind of account: missing, the time of the home session,
   * or the time of this sign-in (optional-claims-reference.md says nothing about guests).
   */
  readonly authTime: Readonly<Record<AccountKind, 'absent' | 'stale' | 'fresh'>>
  /** V-05: whether a guest's home asks anything when `prompt=login` wants it. */
  readonly promptLogin: 'returns-at-once' | 'asks'
  /** V-06: the optional claim `acct`; documents say value, recorded policies show a number. */
  readonly acct: 'absent' | 'number' | 'string'
  /** V-07: 24 h for single-page apps and 12 h for SAML guests (azure-docs#106288), or longer. */
  readonly refreshTokenLife: '12-hours-saml-24-hours-spa' | '90-days'
  /** V-22: what a silent request of a guest who has not taken up the invitation meets. */
  readonly pendingGuest: '50014' | '65001' | 'interaction_required'
  /** V-24: whether Azure Resource Manager lists tenants for accounts of every kind, or fails. */
  readonly resourceManager: 'silent' | 'answers'
  /**
   * V-25: whether a deleted security group can be restored: not by directory-deleteditems-restore.md,
   * within 30 days by groups-restore-deleted.md, as a preview.
   */
  readonly deletedSecurityGroups: 'lost' | 'restorable'
}

export const worlds = {
  pessimist: {
    refreshTokenElsewhere: 'work-accounts-only',
    clientInfoWithoutEntraHome: 'resource-tenant',
    noGuestHere: 'invalid_grant',
    authTime: everyKind('absent'),
    promptLogin: 'returns-at-once',
    acct: 'absent',
    refreshTokenLife: '12-hours-saml-24-hours-spa',
    pendingGuest: '50014',
    resourceManager: 'silent',
    deletedSecurityGroups: 'lost',
  },
  optimist: {
    refreshTokenElsewhere: 'every-account',
    clientInfoWithoutEntraHome: 'own',
    noGuestHere: 'interaction_required',
    authTime: everyKind('fresh'),
    promptLogin: 'asks',
    acct: 'number',
    refreshTokenLife: '90-days',
    pendingGuest: 'interaction_required',
    resourceManager: 'answers',
    deletedSecurityGroups: 'restorable',
  },
} as const satisfies Record<string, Variants>

export type WorldName = keyof typeof worlds

function everyKind<const Value>(value: Value): Record<AccountKind, Value> {
  return { work: value, microsoft: value, google: value, 'mail-code': value, saml: value }
}
