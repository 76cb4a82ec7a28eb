import type { OrganizationId } from '@foyer/contracts/ids'

/** Where an account is at home: an Entra tenant (`work`), or one of those without an Entra home. */
export const accountKinds = ['work', 'microsoft', 'google', 'mail-code', 'saml'] as const
export type AccountKind = (typeof accountKinds)[number]

/** By what right the directory is asked: Foyer's own identities, or what the operator lends. */
export const powers = ['reader', 'keeper', 'operator', 'basicReader'] as const
export type Power = (typeof powers)[number]

/** Tokens of one power in one organization. */
export interface TokenSource {
  readonly get: () => Promise<string>
  /** The next token is a new one. */
  readonly forget: () => void
}

/** A guest whom the operator made for this, with the organization in which they are one. */
export interface TestGuest {
  readonly mail: string
  readonly kind: AccountKind
  /** The slug of the organization. */
  readonly organization: string
  /** May be deleted and brought back. */
  readonly isDisposable: boolean
  /** Was provisioned by cross-tenant synchronization. */
  readonly isSynchronized: boolean
}

export interface ProbedOrganization {
  readonly slug: string
  readonly organizationId: OrganizationId
  readonly powers: Readonly<Partial<Record<Power, TokenSource>>>
  /** The unit over which the keeper has its role, with the rule of all guests. */
  readonly guestUnitId: string | undefined
}

/** The registration that guests sign in to, what may be asked, and of whom. */
export interface ProbeSetting {
  /** The origin that serves the sign-in endpoints. */
  readonly endpoints: string
  readonly graph: string
  readonly resourceManager: string
  readonly webClientId: string
  readonly apiClientId: string
  readonly scope: string
  readonly redirectUri: string
  readonly organizations: readonly ProbedOrganization[]
  readonly guests: readonly TestGuest[]
}
