import { createHash, randomBytes } from 'node:crypto'
import { visitWithoutBrowser } from './browserless-visit.ts'

/** What a client asks for, and who sits before the browser. */
export interface BrowserlessSignIn {
  /** Where the simulator is. */
  readonly url: string
  readonly tenantId: string
  readonly clientId: string
  readonly redirectUri: string
  readonly scope: string
  readonly mail: string
  /** Further parameters of the authorize request, such as `prompt`. */
  readonly parameters?: Readonly<Record<string, string>>
  /** The cookie of an earlier sign-in. */
  readonly cookie?: string
}

export interface SignedIn {
  readonly accessToken: string
  readonly refreshToken: string
  readonly idToken: string
  readonly clientInfo: string
  readonly expiresIn: number
  readonly cookie: string
}

/**
 * Signs somebody in through the same doors as a browser: authorize, the account picker, the code
 * that arrives by mail, and the token endpoint. For tests of what stands behind an access token.
 *
 * @throws {Error} with the page's text where the sign-in ends at one.
 */
export async function signInWithoutBrowser(options: BrowserlessSignIn): Promise<SignedIn> {
  const { url, tenantId, clientId, redirectUri, scope } = options
  const verifier = randomBytes(32).toString('base64url')
  const query = new URLSearchParams({
    client_id: clientId,
    redirect_uri: redirectUri,
    response_type: 'code',
    response_mode: 'query',
    scope,
    code_challenge: createHash('sha256').update(verifier).digest('base64url'),
    code_challenge_method: 'S256',
    ...options.parameters,
  })
  const { location, page, cookie } = await visitWithoutBrowser({
    address: `${url}/${tenantId}/oauth2/v2.0/authorize?${query.toString()}`,
    mail: options.mail,
    cookie: options.cookie ?? '',
  })
  if (location === undefined) throw new Error(page)
  const code = new URL(location).searchParams.get('code')
  if (!code) throw new Error(`No code came back: ${location}`)

  const reply = await fetch(`${url}/${tenantId}/oauth2/v2.0/token`, {
    method: 'POST',
    headers: { origin: new URL(redirectUri).origin },
    body: new URLSearchParams({
      grant_type: 'authorization_code',
      client_id: clientId,
      redirect_uri: redirectUri,
      code,
      code_verifier: verifier,
      scope,
    }),
  })
  const tokens = (await reply.json()) as Record<string, string | number>
  if (!reply.ok) throw new Error(String(tokens['error_description']))
  return {
    accessToken: String(tokens['access_token']),
    refreshToken: String(tokens['refresh_token']),
    idToken: String(tokens['id_token']),
    clientInfo: String(tokens['client_info']),
    expiresIn: Number(tokens['expires_in']),
    cookie,
  }
}
