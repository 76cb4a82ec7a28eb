import type { OrganizationId, PersonId } from '@foyer/contracts/ids'
import type { RefusalReason } from './token-refusal.ts'

/** Whom Microsoft has proved to be calling: one person in one organization, and nothing else. */
export interface CallerIdentity {
  readonly organizationId: OrganizationId
  readonly personId: PersonId
  /** When they signed in, in seconds since 1970; undefined where the token does not tell. */
  readonly signedInAt: number | undefined
  /** When the token was issued, in seconds since 1970. */
  readonly issuedAt: number
  /** The authentication contexts that the token bears (`acrs`). */
  readonly contexts: readonly string[]
  /** The tenant of their own account, where it is one. It explains things and authorizes nothing. */
  readonly homeTenantId: string | undefined
  /** Whether the organization has given them its app role for operators. */
  readonly isOperator: boolean
  /** The token's `uti` and `sid`, by which the organization finds this sign-in in its own log. */
  readonly tokenId: string | undefined
  readonly sessionId: string | undefined
}

export interface Expectations {
  /** The connected organizations by tenant id in lower case. */
  readonly organizations: ReadonlySet<string>
  /** The issuer of an organization's tokens, to the letter. */
  readonly issuerOf: (organizationId: OrganizationId) => string
  /** The client id of our API. */
  readonly audience: string
  /** The client id of our web. */
  readonly client: string
  readonly scope: string
}

export type ClaimsVerdict =
  | { readonly isAccepted: true; readonly caller: CallerIdentity }
  | { readonly isAccepted: false; readonly reason: RefusalReason }

/** The app role of the API's registration, as its manifest names it. */
const operatorRole = 'Operator'
const skewSeconds = 60
/** A token lives 60 to 90 minutes; 24 hours where claims are evaluated continuously. */
const longestLifeSeconds = 25 * 3600

/**
 * Whether the claims of a token whose signature holds let a person call us. The time comes last:
 * `expired` says that everything else is right.
 *
 * After Microsoft identity platform, "Secure applications and APIs by validating claims"; RFC 8725;
 * RFC 9068, 4.
 */
export function validateClaims(
  claims: Readonly<Record<string, unknown>>,
  expected: Expectations,
  now: Date,
): ClaimsVerdict {
  const caller = callerOf(claims, expected)
  if (typeof caller === 'string') return { isAccepted: false, reason: caller }
  const fault = faultOfTimes(claims, now.getTime() / 1000)
  return fault ? { isAccepted: false, reason: fault } : { isAccepted: true, caller }
}

function callerOf(
  claims: Readonly<Record<string, unknown>>,
  expected: Expectations,
): CallerIdentity | RefusalReason {
  const organizationId = organizationOf(claims, expected)
  if (!organizationId) return 'organization'
  if (claims['ver'] !== '2.0') return 'version'
  if (claims['iss'] !== expected.issuerOf(organizationId)) return 'issuer'
  if (claims['aud'] !== expected.audience) return 'audience'
  // "0": a public client, which our web is; a secret in its name would be somebody else's.
  if (claims['azp'] !== expected.client || claims['azpacr'] !== '0') return 'client'
  // An ID token has a nonce; app-only tokens say so, or have no scope.
  if (Object.hasOwn(claims, 'nonce')) return 'id-token'
  if (Object.hasOwn(claims, 'idtyp') && claims['idtyp'] !== 'user') return 'app-only'
  const scopes = claims['scp']
  if (typeof scopes !== 'string' || !scopes.split(' ').includes(expected.scope)) return 'scope'
  const { oid, sub } = claims
  if (typeof oid !== 'string' || !isGuid(oid)) return 'subject'
  if (typeof sub !== 'string' || sub === '') return 'subject'
  return Object.freeze({
    organizationId,
    personId: oid.toLowerCase() as PersonId,
    signedInAt: isInstant(claims['auth_time']) ? claims['auth_time'] : undefined,
    issuedAt: isInstant(claims['iat']) ? claims['iat'] : 0,
    contexts: contextsOf(claims['acrs']),
    homeTenantId: homeTenantOf(claims['idp']),
    isOperator: Array.isArray(claims['roles']) && claims['roles'].includes(operatorRole),
    tokenId: wordOf(claims['uti']),
    sessionId: wordOf(claims['sid']),
  })
}

/** Microsoft identity platform, "Access token claims reference", `acrs`: c1 to c99. */
function contextsOf(acrs: unknown): readonly string[] {
  if (!Array.isArray(acrs)) return []
  return acrs.filter((each): each is string => typeof each === 'string' && /^c\d{1,2}$/.test(each))
}

function wordOf(value: unknown): string | undefined {
  return typeof value === 'string' && /^[\w-]{1,64}$/.test(value) ? value : undefined
}

/** Microsoft identity platform, "Access token claims reference", `idp`. */
function homeTenantOf(idp: unknown): string | undefined {
  const [, tenantId = ''] = /^https:\/\/sts\.windows\.net\/([^/]+)\/?$/.exec(String(idp)) ?? []
  return isGuid(tenantId) ? tenantId.toLowerCase() : undefined
}

/** The organization that a token names, if it is connected. */
export function organizationOf(
  claims: Readonly<Record<string, unknown>>,
  { organizations }: Pick<Expectations, 'organizations'>,
): OrganizationId | undefined {
  const tenantId = claims['tid']
  if (typeof tenantId !== 'string' || !isGuid(tenantId)) return undefined
  const organizationId = tenantId.toLowerCase()
  return organizations.has(organizationId) ? (organizationId as OrganizationId) : undefined
}

function faultOfTimes(
  claims: Readonly<Record<string, unknown>>,
  now: number,
): RefusalReason | undefined {
  const { iat, nbf, exp } = claims
  if (!isInstant(iat) || !isInstant(nbf) || !isInstant(exp)) return 'times'
  if (exp <= iat || exp - iat > longestLifeSeconds) return 'lifetime'
  if (nbf > now + skewSeconds || iat > now + skewSeconds) return 'not-yet-valid'
  return exp <= now - skewSeconds ? 'expired' : undefined
}

/** Whole seconds since 1970, before the year 5000: milliseconds are no instant here. */
function isInstant(value: unknown): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value > 0 && value < 95_617_584_000
}

function isGuid(value: string): boolean {
  return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(value)
}
