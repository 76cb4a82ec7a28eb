import { PublicClientApplication } from '@azure/msal-browser'
import type { BrowserConfiguration } from '@foyer/contracts/browser-configuration'
import type { OrganizationLocation } from '@foyer/contracts/organizations'
import { Failure } from '../failure.ts'
import { ownPath } from '../paths.ts'
import { msalConfiguration } from './msal-configuration.ts'
import { translateError } from './msal-error.ts'

const key = 'foyer.operator-act'

/** With what, and for what, an operator asks Microsoft to act as themselves. */
interface OperatorRequest {
  readonly organization: OrganizationLocation
  /** The organization's own registration for this. */
  readonly clientId: string
  readonly scopes: readonly string[]
  readonly returnTo: string
  /** The address of the account that is meant. */
  readonly mail: string | undefined
}

/** Tokens for one act each: they live in the memory of this page and nowhere else. */
export interface OperatorTokens {
  /** Whether one has just come back for this registration. */
  isReady(clientId: string): boolean
  /** Hands it over, once. */
  take(clientId: string): string | undefined
  /** Why Microsoft gave none, where it said so. */
  readonly failure: Failure | undefined
  /** Leaves the page for Microsoft's sign-in. Never resolves, rejects if it cannot start. */
  ask(request: OperatorRequest): Promise<never>
  /** A sign-in of another kind begins: what was asked for before is not waited for any more. */
  forget(): void
}

interface Asked {
  readonly clientId: string
  readonly returnTo: string
}

/**
 * Takes up the answer to a request for such a token, where this page began with it.
 *
 * @returns also whether it did: then there is no other answer to take up.
 */
export async function startOperatorTokens(
  configuration: BrowserConfiguration,
): Promise<{ readonly tokens: OperatorTokens; readonly wasAnswered: boolean }> {
  let come: { readonly clientId: string; readonly token: string } | undefined
  let failure: Failure | undefined
  const asked = readAsked()
  const wasAnswered = asked !== undefined && /[#&](code|error)=/.test(window.location.hash)
  if (wasAnswered) {
    sessionStorage.removeItem(key)
    try {
      const application = await createClient(configuration, asked.clientId)
      const result = await application.handleRedirectPromise({ navigateToLoginRequestUrl: false })
      if (result) come = { clientId: asked.clientId, token: result.accessToken }
    } catch (error) {
      const { foreignCode } = translateError(error, false).trace
      failure = new Failure('operator-token-refused', foreignCode ? { foreignCode } : {})
    }
    window.history.replaceState(null, '', asked.returnTo)
  }

  const tokens: OperatorTokens = {
    isReady: (clientId) => come?.clientId === clientId,
    take(clientId) {
      const token = come?.clientId === clientId ? come.token : undefined
      come = undefined
      return token
    },
    failure,
    async ask({ organization, clientId, scopes, returnTo, mail }) {
      sessionStorage.setItem(key, JSON.stringify({ clientId, returnTo } satisfies Asked))
      try {
        const application = await createClient(configuration, clientId)
        await application.loginRedirect({
          scopes: [...scopes],
          authority: `${configuration.authority}/${organization.organizationId}`,
          ...(mail ? { loginHint: mail } : {}),
          // MSAL redirects with no other memory than the tab's, where none of this may be written.
          storeInCache: { accessToken: false, idToken: false, refreshToken: false },
        })
        return await new Promise<never>(() => undefined)
      } catch (error) {
        sessionStorage.removeItem(key)
        throw translateError(error, false)
      }
    },
    forget: () => sessionStorage.removeItem(key),
  }
  return { tokens, wasAnswered }
}

async function createClient(
  configuration: BrowserConfiguration,
  clientId: string,
): Promise<PublicClientApplication> {
  const application = new PublicClientApplication(msalConfiguration({ ...configuration, clientId }))
  await application.initialize()
  return application
}

function readAsked(): Asked | undefined {
  try {
    const { clientId, returnTo } = JSON.parse(sessionStorage.getItem(key) ?? '{}') as Record<
      string,
      unknown
    >
    return typeof clientId === 'string' ? { clientId, returnTo: ownPath(returnTo) } : undefined
  } catch {
    // Only this page writes here; what cannot be read is as good as nothing.
    return undefined
  }
}
