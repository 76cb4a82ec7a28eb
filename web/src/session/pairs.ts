/** An account as it is seen in one tenant. */
export interface Profile {
  readonly homeAccountId: string
  readonly tenantId: string
}

/** An account that may be asked for a token of an organization. */
export interface Candidate<P extends Profile> {
  readonly profile: P
  /** Whether the account once got a token there in this session. */
  readonly isPair: boolean
}

/**
 * Which accounts to ask for an organization, and in which order: the one that was last used there,
 * then those that got a token there, then the others, of which one may be a guest there too.
 */
export function listCandidates<P extends Profile>(
  profiles: readonly P[],
  organizationId: string,
  chosenAccountId?: string,
): Candidate<P>[] {
  const byAccount = new Map<string, Candidate<P>>()
  for (const profile of profiles) {
    const isPair = profile.tenantId === organizationId
    const known = byAccount.get(profile.homeAccountId)
    if (!known || (isPair && !known.isPair)) {
      byAccount.set(profile.homeAccountId, { profile, isPair })
    }
  }
  const rank = ({ profile, isPair }: Candidate<P>) => {
    if (!isPair) return 2
    return profile.homeAccountId === chosenAccountId ? 0 : 1
  }
  return [...byAccount.values()].toSorted((one, other) => rank(one) - rank(other))
}
