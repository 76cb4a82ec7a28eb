import { type Configuration, LogLevel } from '@azure/msal-browser'
import type { BrowserConfiguration } from '@foyer/contracts/browser-configuration'
import { createSignInNetwork } from './sign-in-network.ts'
import { silentDeadlineMs } from './silent-tokens.ts'

export function msalConfiguration({
  authority,
  signInEndpoints,
  clientId,
}: BrowserConfiguration): Configuration {
  const home = `${window.location.origin}/`
  return {
    auth: {
      clientId,
      authority: `${authority}/organizations`,
      knownAuthorities: [new URL(authority).host],
      ...(signInEndpoints === authority
        ? {}
        : { authorityMetadata: metadataOf(authority, signInEndpoints) }),
      redirectUri: home,
      postLogoutRedirectUri: home,
    },
    cache: { cacheLocation: 'sessionStorage' },
    system: {
      networkClient: createSignInNetwork(silentDeadlineMs),
      loggerOptions: {
        logLevel: LogLevel.Error,
        piiLoggingEnabled: false,
        // Its errors reach us as rejections; a log would only repeat them.
        loggerCallback: () => undefined,
      },
    },
  }
}

/** What discovery would say, for an authority whose endpoints another origin serves. */
function metadataOf(authority: string, endpoints: string): string {
  return JSON.stringify({
    issuer: `${authority}/{tenantid}/v2.0`,
    authorization_endpoint: `${endpoints}/{tenantid}/oauth2/v2.0/authorize`,
    token_endpoint: `${endpoints}/{tenantid}/oauth2/v2.0/token`,
    end_session_endpoint: `${endpoints}/{tenantid}/oauth2/v2.0/logout`,
    jwks_uri: `${endpoints}/{tenantid}/discovery/v2.0/keys`,
  })
}
