import { createHash, randomBytes } from 'node:crypto'

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
  const { location, cookie } = await pickAccount(options, query)
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

async function pickAccount(
  { url, tenantId, mail, cookie = '' }: BrowserlessSignIn,
  query: URLSearchParams,
): Promise<{ location: string; cookie: string }> {
  if (cookie) {
    const known = await fetch(`${url}/${tenantId}/oauth2/v2.0/authorize?${query.toString()}`, {
      headers: { cookie },
      redirect: 'manual',
    })
    const location = known.headers.get('location')
    if (location) return { location, cookie }
  }
  let session = cookie
  let form: Record<string, string> = { mail }
  for (let page = 0; page < 4; page += 1) {
    const reply = await fetch(`${url}/${tenantId}/login?${query.toString()}`, {
      method: 'POST',
      headers: { origin: url, cookie: session },
      body: new URLSearchParams(form),
      redirect: 'manual',
    })
    session = reply.headers.getSetCookie()[0]?.split(';')[0] ?? session
    const location = reply.headers.get('location')
    if (location) return { location, cookie: session }
    const text = await reply.text()
    if (text.includes('name="code"')) form = { mail, code: await readCode(url, mail) }
    else if (text.includes('name="approve"')) form = { mail, approve: 'yes' }
    else if (text.includes('name="accept"')) form = { mail, accept: 'yes' }
    else throw new Error(text.replaceAll(/<[^>]*>|\s+/g, ' '))
  }
  throw new Error('The sign-in does not end.')
}

async function readCode(url: string, to: string): Promise<string> {
  const mails = (await (await fetch(`${url}/simulator/mails`)).json()) as {
    to: string
    text: string
  }[]
  const code = mails
    .find((mail) => mail.to === to)
    ?.text.match(/\d{8}/)
    ?.at(0)
  if (!code) throw new Error(`No code was sent to ${to}`)
  return code
}
