/** What few users have a value for, by Graph's own property names; absent is null. */
export interface UserProfile {
  ageGroup?: string | null
  city?: string | null
  consentProvidedForMinor?: string | null
  country?: string | null
  employeeHireDate?: string | null
  employeeId?: string | null
  employeeLeaveDateTime?: string | null
  employeeOrgData?: Readonly<Record<string, string | null>> | null
  employeeType?: string | null
  faxNumber?: string | null
  lastPasswordChangeDateTime?: string | null
  onPremisesExtensionAttributes?: Readonly<Record<string, string | null>> | null
  onPremisesImmutableId?: string | null
  passwordPolicies?: string | null
  /** Never kept, and null for whoever reads it. */
  passwordProfile?: Readonly<Record<string, unknown>> | null
  postalCode?: string | null
  preferredDataLocation?: string | null
  showInAddressList?: boolean | null
  /** Tokens from before are worth nothing; sessions are not asked for it. */
  signInSessionsValidFromDateTime?: string | null
  state?: string | null
  streetAddress?: string | null
  /** Directory extensions that have a value. */
  [extension: `extension_${string}`]: string | number | boolean | undefined
}
