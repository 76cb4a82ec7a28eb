import {
  type AccountInfo,
  type AuthenticationResult,
  CacheLookupPolicy,
  type IPublicClientApplication,
} from '@azure/msal-browser'
import { within } from '../deadline.ts'
import { Failure } from '../failure.ts'
import { translateError } from './msal-error.ts'
import { type Candidate, listCandidates } from './pairs.ts'

/** How long Microsoft's sign-in may take to answer a request that nobody sees. */
export const silentDeadlineMs = 8_000

export interface SilentRequest {
  readonly organizationId: string
  readonly scope: string
  /** Asks this account only; without it every account that may be known there, in turn. */
  readonly accountId?: string | undefined
  /** The account to begin with. */
  readonly chosenAccountId?: string | undefined
  /** Wants a token that is not the cached one. */
  readonly renew?: boolean | undefined
}

/**
 * Tokens without a question to the person: from the cache or by a refresh token, never by a hidden
 * frame, which costs ten seconds wherever the account is nobody.
 */
export function createSilentTokens(
  application: IPublicClientApplication,
  authorityOf: (organizationId: string) => string,
) {
  // Each refusal is a failed sign-in in that organization's log: an account that has never been
  // there is asked once, until the page is loaded again.
  const refusals = new Map<string, Failure>()

  return async function getSilently(request: SilentRequest): Promise<AuthenticationResult> {
    const { organizationId, accountId, chosenAccountId, scope, renew = false } = request
    const accounts = application
      .getAllAccounts()
      .filter(({ homeAccountId }) => accountId === undefined || homeAccountId === accountId)
    const asking = askInTurn(
      listCandidates(accounts, organizationId, chosenAccountId),
      ({ profile }) => keyOf(profile.homeAccountId, organizationId, scope),
      refusals,
      async ({ profile }) =>
        application.acquireTokenSilent({
          scopes: [scope],
          authority: authorityOf(organizationId),
          account: accountAt(application, profile, organizationId),
          cacheLookupPolicy: renew
            ? CacheLookupPolicy.RefreshToken
            : CacheLookupPolicy.AccessTokenAndRefreshToken,
        }),
    )
    const result = await within(silentDeadlineMs, asking, new Failure('sign-in-unreachable'))
    // Asked for another authority, MSAL can answer with the home tenant's token from its cache.
    if (result.tenantId !== organizationId) throw new Failure('sign-in-needed')
    return result
  }
}

function keyOf(...parts: string[]): string {
  return parts.join(' ')
}

function accountAt(
  application: IPublicClientApplication,
  { homeAccountId, ...rest }: AccountInfo,
  tenantId: string,
): AccountInfo {
  return application.getAccount({ homeAccountId, tenantId }) ?? { ...rest, homeAccountId, tenantId }
}

async function askInTurn(
  candidates: readonly Candidate<AccountInfo>[],
  keyOfCandidate: (candidate: Candidate<AccountInfo>) => string,
  refusals: Map<string, Failure>,
  ask: (candidate: Candidate<AccountInfo>) => Promise<AuthenticationResult>,
): Promise<AuthenticationResult> {
  let reason: Failure | undefined
  for (const candidate of candidates) {
    const key = keyOfCandidate(candidate)
    const refusal = refusals.get(key)
    if (refusal) {
      reason ??= refusal
      continue
    }
    try {
      return await ask(candidate)
    } catch (error) {
      const failure = translateError(error, candidate.isPair)
      if (failure.code === 'sign-in-unreachable') throw failure
      if (!candidate.isPair) refusals.set(key, failure)
      reason = candidate.isPair ? failure : (reason ?? failure)
    }
  }
  throw reason ?? new Failure('sign-in-needed')
}
