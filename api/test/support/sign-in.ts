import { createHash, randomBytes } from 'node:crypto'

export interface SignInPlace {
  /** Where the simulator is. */
  readonly url: string
  readonly tenantId: string
  readonly clientId: string
  readonly redirectUri: string
  readonly scope: string
}

export interface Tokens {
  readonly accessToken: string
  readonly idToken: string
}

const mostPages = 6

/**
 * Signs somebody in through the simulator's pages, in a browser of their own, as the web does:
 * authorization code with PKCE (RFC 7636).
 *
 * @throws {Error} with what the last page says, where it does not lead back.
 */
export async function signIn(mail: string, place: SignInPlace): Promise<Tokens> {
  const verifier = randomBytes(32).toString('base64url')
  const address = `${place.url}/${place.tenantId}/oauth2/v2.0/authorize?${new URLSearchParams({
    client_id: place.clientId,
    redirect_uri: place.redirectUri,
    response_type: 'code',
    response_mode: 'query',
    scope: `${place.scope} openid profile offline_access`,
    code_challenge: createHash('sha256').update(verifier).digest('base64url'),
    code_challenge_method: 'S256',
    nonce: 'n',
    state: 's',
    prompt: 'login',
  }).toString()}`

  const browser = createBrowser(place.url)
  let page = await browser.open(address)
  for (let pages = 0; page.kind === 'page' && pages < mostPages; pages += 1) {
    const action = /<form method="post" action="([^"]+)"/.exec(page.text)?.[1] ?? ''
    const form = new URL(action.replaceAll('&amp;', '&'), address).href
    page = await browser.send(form, await answerTo(page.text, mail, place.url))
  }
  if (page.kind === 'page') throw new Error(`${mail} is stopped: ${titleOf(page.text)}`)
  const code = new URL(page.location).searchParams.get('code')
  if (!code) throw new Error(`${mail} comes back without a code: ${page.location}`)
  return redeem(code, verifier, place)
}

type Page =
  | { readonly kind: 'page'; readonly text: string }
  | { readonly kind: 'back'; readonly location: string }

function createBrowser(origin: string) {
  const cookies = new Map<string, string>()

  async function load(address: string, init: RequestInit): Promise<Page> {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    const response = await fetch(address, {
      ...init,
      redirect: 'manual',
      headers: { origin, cookie },
    })
    for (const set of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(set) ?? []
      cookies.set(name, value)
    }
    const location = response.headers.get('location')
    if (!location) return { kind: 'page', text: await response.text() }
    const target = new URL(location, address)
    return target.origin === origin
      ? load(target.href, { method: 'GET' })
      : { kind: 'back', location: target.href }
  }

  return {
    open: async (address: string) => load(address, { method: 'GET' }),
    send: async (address: string, fields: Record<string, string>) =>
      load(address, { method: 'POST', body: new URLSearchParams(fields) }),
  }
}

/** What a person does on each of the pages. */
async function answerTo(text: string, mail: string, url: string): Promise<Record<string, string>> {
  const title = titleOf(text)
  if (/^(Pick an account|Sign in again)/.test(title)) return { mail }
  const account = /name="account" value="([^"]+)"/.exec(text)?.[1] ?? ''
  if (title.startsWith('Enter code')) return { account, code: await readCode(mail, url) }
  if (/^(Review permissions|Permissions requested)/.test(title)) return { account, accept: 'yes' }
  throw new Error(`${mail} is stopped: ${text.match(/AADSTS\d+[^<]*/)?.[0] ?? title}`)
}

async function readCode(mail: string, url: string): Promise<string> {
  const response = await fetch(`${url}/simulator/mails`)
  const mails = (await response.json()) as { to: string; text: string }[]
  return /\b\d{6,8}\b/.exec(mails.find(({ to }) => to === mail)?.text ?? '')?.[0] ?? ''
}

function titleOf(text: string): string {
  return /<h1[^>]*>([^<]*)</.exec(text)?.[1]?.trim() ?? 'a page without a title'
}

async function redeem(code: string, verifier: string, place: SignInPlace): Promise<Tokens> {
  const response = await fetch(`${place.url}/${place.tenantId}/oauth2/v2.0/token`, {
    method: 'POST',
    headers: { origin: new URL(place.redirectUri).origin },
    body: new URLSearchParams({
      grant_type: 'authorization_code',
      client_id: place.clientId,
      redirect_uri: place.redirectUri,
      code,
      code_verifier: verifier,
    }),
  })
  const body = (await response.json()) as {
    access_token?: string
    id_token?: string
    error_description?: string
  }
  if (!body.access_token || !body.id_token) throw new Error(body.error_description ?? 'no token')
  return { accessToken: body.access_token, idToken: body.id_token }
}
