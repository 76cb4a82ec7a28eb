import { createHash, randomBytes } from 'node:crypto'
import type { Simulator } from '@foyer/simulator/simulator'

export interface Tokens {
  readonly accessToken: string
  readonly idToken: string
}

/**
 * Signs somebody in at an organization as a browser does: authorize with PKCE, the page on which
 * an account is chosen (and the code that was mailed, where one is), and the code's redemption.
 *
 * @param parameters further ones of the authorize request, as `claims`.
 * @returns the organization's access token for the API, and its ID token for the web.
 */
export async function signIn(
  simulator: Pick<Simulator, 'url' | 'registrations'>,
  portalOrigin: string,
  tenantId: string,
  mail: string,
  parameters: Readonly<Record<string, string>> = {},
): Promise<Tokens> {
  const { url } = simulator
  const { web, api } = simulator.registrations()
  const verifier = randomBytes(32).toString('base64url')
  const redirectUri = `${portalOrigin}/`
  const query = new URLSearchParams({
    client_id: web.clientId,
    response_type: 'code',
    redirect_uri: redirectUri,
    scope: `openid profile offline_access ${api.scope}`,
    code_challenge: createHash('sha256').update(verifier).digest('base64url'),
    code_challenge_method: 'S256',
    ...parameters,
  })
  const send = async (form: Record<string, string>) =>
    fetch(`${url}/${tenantId}/login?${query.toString()}`, {
      method: 'POST',
      redirect: 'manual',
      headers: { origin: url },
      body: new URLSearchParams(form),
    })

  let answer = await send({ mail })
  if (answer.status === 200) answer = await send({ mail, code: await mailedCode(url, mail) })
  const location = answer.headers.get('location')
  if (!location) throw new Error(`${mail} was not let in: ${await answer.text()}`)
  const reply = await fetch(`${url}/${tenantId}/oauth2/v2.0/token`, {
    method: 'POST',
    headers: { origin: portalOrigin },
    body: new URLSearchParams({
      client_id: web.clientId,
      grant_type: 'authorization_code',
      code: new URL(location).searchParams.get('code') ?? '',
      code_verifier: verifier,
      redirect_uri: redirectUri,
      scope: api.scope,
    }),
  })
  const { access_token: accessToken, id_token: idToken } = (await reply.json()) as {
    access_token?: string
    id_token?: string
  }
  if (!accessToken || !idToken) throw new Error(`${mail} got no token`)
  return { accessToken, idToken }
}

async function mailedCode(url: string, mail: string): Promise<string> {
  const mails = (await (await fetch(`${url}/simulator/mails`)).json()) as {
    to: string
    text: string
  }[]
  const { text = '' } = mails.find(({ to }) => to === mail) ?? {}
  const code = /^\d{6,8}$/m.exec(text)?.[0]
  if (!code) throw new Error(`no code was mailed to ${mail}`)
  return code
}
