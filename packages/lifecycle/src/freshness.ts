export interface FreshnessEvidence {
  /** The token's `auth_time`, in seconds since 1970; undefined where the token has none. */
  readonly signedInAt: number | undefined
  /** When the token was issued, in seconds since 1970. */
  readonly issuedAt: number
  /** When the API asked for a fresh sign-in, in seconds since 1970; undefined where it has not. */
  readonly challengedAt: number | undefined
}

export const freshForSeconds = 300

/** What a token shows of an authentication context; all in seconds since 1970. */
export interface ContextEvidence {
  readonly isInToken: boolean
  readonly issuedAt: number
  readonly challengedAt: number | undefined
}

/**
 * Whether an act meets an authentication context behind which everybody signs in each time: by a token
 * that was issued after the API asked for it. A context stays in a token for as long as it lives.
 *
 * @param now in seconds since 1970.
 */
export function meetsContext(
  { isInToken, issuedAt, challengedAt }: ContextEvidence,
  now: number,
  skewSeconds: number,
): boolean {
  if (!isInToken || challengedAt === undefined || issuedAt > now + skewSeconds) return false
  return issuedAt >= challengedAt && now - issuedAt <= freshForSeconds
}

/** For so long a leaving waits that was confirmed by a code: whoever did not want it can stop it. */
const delayHours = 24

/** When a leaving is carried out that no fresh sign-in stands behind. */
export function delayedUntil(askedAt: Date): Date {
  return new Date(askedAt.getTime() + delayHours * 60 * 60_000)
}

/**
 * Whether a sign-in is fresh enough for an act that cannot be undone by oneself: at most 300 s old
 * and not before the API's challenge. A time in the future is not believed beyond the skew. Unknown
 * where the token tells no time, or tells an older one though it was issued after the challenge: then
 * the provider at which the account is at home has not asked, and to sign in again would change
 * nothing.
 *
 * @param now in seconds since 1970.
 */
export function freshness(
  { signedInAt, issuedAt, challengedAt }: FreshnessEvidence,
  now: number,
  skewSeconds: number,
): 'fresh' | 'too-old' | 'unknown' {
  // First, since a challenge would send the person through a sign-in that proves nothing.
  if (signedInAt === undefined) return 'unknown'
  if (challengedAt === undefined) return 'too-old'
  if (signedInAt > now + skewSeconds) return 'too-old'
  if (signedInAt < challengedAt) return issuedAt >= challengedAt ? 'unknown' : 'too-old'
  return now - signedInAt <= freshForSeconds ? 'fresh' : 'too-old'
}
