import { AuthError, ConfidentialClientApplication, ServerError } from '@azure/msal-node'
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
  /** The next token is a new one, also where a kept one is being looked for. */
  readonly forget: () => void
}

/** Exchange Online, for whoever sends by SMTP. */
export const exchangeResource = 'https://outlook.office365.com'

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
  resource = resourceOf(place.graph),
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
  const scopes = [`${resource}/.default`]
  let mustRenew = false
  let underWay: { readonly token: Promise<string>; readonly isNew: boolean } | undefined
  let kept: { readonly token: string; readonly until: number } | undefined

  function begin() {
    const isNew = mustRenew
    mustRenew = false
    const begun = {
      isNew,
      token: acquire(isNew)
        .then((token) => {
          // What was forgotten while it was fetched is not wanted either.
          if (underWay === begun) kept = { token, until: performance.now() + keptMs }
          return token
        })
        .finally(() => {
          if (underWay === begun) underWay = undefined
        }),
    }
    return begun
  }

  async function acquire(skipCache: boolean): Promise<string> {
    try {
      const result = await endpoint.ask(async () =>
        application.acquireTokenByClientCredential({ scopes, skipCache }),
      )
      if (result) return result.accessToken
    } catch (error) {
      throw error instanceof DirectoryError ? error : refusal(error)
    }
    throw new DirectoryError('directory-failed', { reason: 'token' })
  }

  return {
    async get(deadline) {
      if (kept && performance.now() < kept.until) return kept.token
      underWay ??= begin()
      return Promise.race([underWay.token, timeUp(deadline)])
    },
    forget() {
      // A look into what MSAL keeps would bring the refused token back.
      if (underWay?.isNew) return
      underWay = undefined
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

/** Of Graph, in scopes and audiences. */
export function resourceOf(graph: string): string {
  return graph.startsWith('https://') ? graph : 'https://graph.microsoft.com'
}

/** The sign-in service does not give this identity a token: not connected, no consent, no key. */
function refusal(error: unknown): DirectoryError {
  if (!(error instanceof AuthError))
    return new DirectoryError('directory-failed', { reason: 'token' })
  const number = error instanceof ServerError ? error.errorNo : undefined
  const code = number === undefined ? error.errorCode : `AADSTS${number}`
  return new DirectoryError('directory-refused', codeWord(code))
}

async function timeUp({ signal }: Deadline): Promise<never> {
  return new Promise((_, reject) => {
    const refuse = () => reject(new DirectoryError('directory-timeout', { reason: 'token' }))
    if (signal.aborted) refuse()
    else signal.addEventListener('abort', refuse, { once: true })
  })
}
