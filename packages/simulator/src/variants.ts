import type { AccountKind } from './world/account.ts'

/**
 * What no document of Microsoft's states is not decided here: each row is one unknown, by the
 * numbers of docs/unknowns.md, and each world chooses for all of them (worlds.ts).
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
  /** V-09: whether a refusal that is no question to the person comes back from `prompt=none`. */
  readonly silentErrors: 'page' | 'returned'
  /**
   * V-10: whether an app with User.Invite.All invites where the organization leaves it to
   * administrators and inviters. invitation-post.md says no; microsoft-graph-docs-contrib#9556 took
   * it back as verified, and others report a refusal.
   */
  readonly invitationsByApps: 'allowed' | 'refused'
  /** V-11: personal accounts as guests, at an app of audience AzureADMultipleOrgs. */
  readonly personalAccounts: 'refused' | 'accepted'
  /** V-12: what a User Administrator over a unit of guests may do to them, being an app. */
  readonly unitScopedKeeper: Readonly<
    Record<'delete' | 'restore' | 'sponsors', 'refused' | 'allowed'>
  >
  /** V-13: when a new guest arrives in a unit that has a rule. */
  readonly unitMembershipDelay: '24-hours' | '5-minutes'
  /** V-14: which roles `memberOf` shows: those over the whole directory, or scoped ones too. */
  readonly rolesInMemberOf: 'tenant-wide-only' | 'every-active'
  /** V-15: what the next cycle of cross-tenant synchronization does with a guest deleted here. */
  readonly syncedGuestAfterDeletion: 're-created' | 'restored' | 'stays-deleted'
  /** V-17: what a restored guest has again, besides their groups. */
  readonly restoreBrings: 'groups-only' | 'everything'
  /**
   * V-18: what becomes of an invitation whose link somebody opens with another account than the one
   * that was invited (redemption-experience.md speaks of the invited one alone).
   */
  readonly redeemedByAnother: 'binds-that-account' | 'refused'
  /**
   * V-20: how much a page of a delta feed holds. No document says; a Microsoft answer
   * (learn.microsoft.com/answers/questions/2052165) names 200 users and 500 links.
   */
  readonly deltaPage: '7-objects-5-links' | '200-objects-500-links' | '1000-objects-5000-links'
  /** V-21: `idp` of Google, code and SAML guests: a text that no document names, or as recorded. */
  readonly idpOfOthers: 'opaque' | 'as-recorded'
  /** V-22: what a silent request of a guest who has not taken up the invitation meets. */
  readonly pendingGuest: '50014' | '65001' | 'interaction_required'
  /** V-23: a policy that blocks everything but one resource, when that resource is asked for. */
  readonly excludedResource: 'blocked-all-the-same' | 'let-through'
  /** V-24: whether Azure Resource Manager lists tenants for accounts of every kind, or fails. */
  readonly resourceManager: 'silent' | 'answers'
  /**
   * V-25: whether a deleted security group can be restored: not by directory-deleteditems-restore.md,
   * within 30 days by groups-restore-deleted.md, as a preview.
   */
  readonly deletedSecurityGroups: 'lost' | 'restorable'
  /** V-30: whether a delta round tells again what the round before told (Replays). */
  readonly deltaReplays: 'every-change-twice' | 'none'
  /**
   * V-31: how a delta token older than seven days is refused: "a 40X-series error" with
   * syncStateNotFound (delta-query-overview.md), 400 in the announcement of 2020-07-03.
   */
  readonly deltaExpired: '400' | '410-with-location'
  /** V-32: what whoever has User.ReadBasic.All alone meets where they select more. */
  readonly beyondBasicProfile: 'null' | 'refused'
  /**
   * V-33: whether `ne 'x'` and `not(…)` find who has no value: OData says yes of `ne`
   * (odata-v4.01-part2-url-conventions, 5.1.1.1.2), Graph's own pages say nothing.
   */
  readonly negationOfNothing: 'left-out' | 'found'
  /** V-34: how late a change notification of a user or group is; its latency is "unknown". */
  readonly noticesOfChanges: '30-minutes-late' | 'at-once'
  /**
   * V-35: whether `reauthorizationRequired` comes before a subscription ends, for whoever gave an
   * address for it (change-notifications-lifecycle-events.md does not say how long before).
   */
  readonly reauthorizationNotice: 'never' | 'a-day-before'
  /**
   * V-36: whether who invited a user comes as an object, so that 404 says that nobody is known, or in a
   * list (beta user-list-invitedby.md promises the one and shows the other).
   */
  readonly inviterReply: 'object' | 'list'
}

/**
 * Every possibility of each variant, the one that does most harm first. A variant with parts, such
 * as one for each kind of account, has its parts here by `name.part`.
 */
export const possibilities = {
  refreshTokenElsewhere: ['work-accounts-only', 'every-account'],
  clientInfoWithoutEntraHome: ['resource-tenant', 'own'],
  noGuestHere: ['invalid_grant', 'interaction_required'],
  'authTime.work': ['absent', 'stale', 'fresh'],
  'authTime.microsoft': ['absent', 'stale', 'fresh'],
  'authTime.google': ['absent', 'stale', 'fresh'],
  'authTime.mail-code': ['absent', 'stale', 'fresh'],
  'authTime.saml': ['absent', 'stale', 'fresh'],
  promptLogin: ['returns-at-once', 'asks'],
  acct: ['absent', 'number', 'string'],
  refreshTokenLife: ['12-hours-saml-24-hours-spa', '90-days'],
  silentErrors: ['page', 'returned'],
  invitationsByApps: ['allowed', 'refused'],
  personalAccounts: ['refused', 'accepted'],
  'unitScopedKeeper.delete': ['refused', 'allowed'],
  'unitScopedKeeper.restore': ['refused', 'allowed'],
  'unitScopedKeeper.sponsors': ['refused', 'allowed'],
  unitMembershipDelay: ['24-hours', '5-minutes'],
  rolesInMemberOf: ['tenant-wide-only', 'every-active'],
  syncedGuestAfterDeletion: ['re-created', 'restored', 'stays-deleted'],
  restoreBrings: ['groups-only', 'everything'],
  redeemedByAnother: ['binds-that-account', 'refused'],
  idpOfOthers: ['opaque', 'as-recorded'],
  pendingGuest: ['50014', '65001', 'interaction_required'],
  excludedResource: ['blocked-all-the-same', 'let-through'],
  resourceManager: ['silent', 'answers'],
  deletedSecurityGroups: ['lost', 'restorable'],
  deltaPage: ['200-objects-500-links', '7-objects-5-links', '1000-objects-5000-links'],
  deltaReplays: ['every-change-twice', 'none'],
  deltaExpired: ['400', '410-with-location'],
  beyondBasicProfile: ['null', 'refused'],
  negationOfNothing: ['left-out', 'found'],
  noticesOfChanges: ['30-minutes-late', 'at-once'],
  reauthorizationNotice: ['never', 'a-day-before'],
  inviterReply: ['object', 'list'],
} as const satisfies Possibilities

/** One entry for each part of each variant, and nothing that is none. */
type Possibilities = {
  readonly [Name in PartName]: readonly PartValue<Name>[]
}
type PartName = {
  [Name in keyof Variants]: Variants[Name] extends string
    ? Name
    : `${Name}.${keyof Variants[Name] & string}`
}[keyof Variants]
type PartValue<Name extends PartName> = Name extends `${infer Variant}.${infer Part}`
  ? Variant extends keyof Variants
    ? Part extends keyof Variants[Variant]
      ? Variants[Variant][Part]
      : never
    : never
  : Name extends keyof Variants
    ? Variants[Name]
    : never
