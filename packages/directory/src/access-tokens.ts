import { AuthError, ConfidentialClientApplication } from '@azure/msal-node'
import type { OrganizationId } from '@foyer/contracts/ids'
import { createClientAssertions } from './client-assertion.ts'
import type { Credential } from './credential.ts'
import type { Deadline } from './deadline.ts'
import { codeWord, DirectoryError } from './directory-error.ts'
import { createTokenEndpoint } from './token-endpoint.ts'

/** Where tokens come from, and the Graph that they are for. */
export interface SignInPlace {
  /** The https origin that names the sign-in service, in issuers too. */
  readonly authority: string
  /** The origin that serves it, where it is another one. */
  readonly endpoints: string
  readonly graph: string
  readonly now: () => Date
}

export interface AccessTokens {
  /** @throws {DirectoryError} */
  readonly get: (deadline: Deadline) => Promise<string>
  /** The next token is a new one. */
  readonly forget: () => void
}

/**
 * For so long MSAL is not asked again: at each question it has a statement signed, which takes
 * milliseconds, before it looks whether it has a token. What it hands over lives five minutes more.
 */
const keptMs = 60_000

/**
 * App-only tokens of one identity in one organization, by certificate. MSAL keeps them until they
 * end; requests that come while one is fetched wait for the same one.
 *
 * @throws {TypeError} for a credential that cannot be read.
 */
export function createAccessTokens(
  place: SignInPlace,
  organizationId: OrganizationId,
  credential: Credential,
): AccessTokens {
  const endpoint = createTokenEndpoint()
  const tokenEndpoint = `${place.endpoints}/${organizationId}/oauth2/v2.0/token`
  const application = new ConfidentialClientApplication({
    auth: {
      clientId: credential.clientId,
      clientAssertion: createClientAssertions(credential, tokenEndpoint, place.now),
      ...authorityOf(place, organizationId, tokenEndpoint),
    },
    system: { networkClient: endpoint.network, disableInternalRetries: true },
  })
  const scopes = [`${resourceOf(place.graph)}/.default`]
  let mustRenew = false
  let underWay: Promise<string> | undefined
  let kept: { readonly token: string; readonly until: number } | undefined

  async function acquire(): Promise<string> {
    const skipCache = mustRenew
    mustRenew = false
    try {
      const result = await application.acquireTokenByClientCredential({ scopes, skipCache })
      if (result) {
        // What was forgotten while it was fetched is not wanted either.
        kept = mustRenew
          ? undefined
          : { token: result.accessToken, until: performance.now() + keptMs }
        return result.accessToken
      }
    } catch (error) {
      throw endpoint.lastFailure() ?? refusal(error)
    }
    throw new DirectoryError('directory-failed', { reason: 'token' })
  }

  return {
    async get(deadline) {
      if (kept && performance.now() < kept.until) return kept.token
      underWay ??= acquire().finally(() => {
        underWay = undefined
      })
      return Promise.race([underWay, timeUp(deadline)])
    },
    forget() {
      mustRenew = true
      kept = undefined
    },
  }
}

/**
 * MSAL takes only an https authority. Where another origin serves its endpoints, which the
 * configuration allows on loopback only, their addresses are told instead of looked up.
 */
function authorityOf(
  { authority, endpoints }: SignInPlace,
  organizationId: OrganizationId,
  tokenEndpoint: string,
) {
  const tenant = { authority: `${authority}/${organizationId}` }
  if (endpoints === authority) return tenant
  const oauth = `${endpoints}/${organizationId}/oauth2/v2.0`
  return {
    ...tenant,
    knownAuthorities: [new URL(authority).host],
    authorityMetadata: JSON.stringify({
      issuer: `${authority}/${organizationId}/v2.0`,
      authorization_endpoint: `${oauth}/authorize`,
      token_endpoint: tokenEndpoint,
      end_session_endpoint: `${oauth}/logout`,
      jwks_uri: `${endpoints}/${organizationId}/discovery/v2.0/keys`,
    }),
  }
}

function resourceOf(graph: string): string {
  return graph.startsWith('https://') ? graph : 'https://graph.microsoft.com'
}

/** The sign-in service does not give this identity a token: not connected, no consent, no key. */
function refusal(error: unknown): DirectoryError {
  return error instanceof AuthError
    ? new DirectoryError('directory-refused', codeWord(error.errorCode))
    : new DirectoryError('directory-failed', { reason: 'token' })
}

async function timeUp({ signal }: Deadline): Promise<never> {
  return new Promise((_, reject) => {
    const refuse = () => reject(new DirectoryError('directory-timeout', { reason: 'token' }))
    if (signal.aborted) refuse()
    else signal.addEventListener('abort', refuse, { once: true })
  })
}
