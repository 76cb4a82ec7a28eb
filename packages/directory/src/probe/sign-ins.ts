import { createHash, randomBytes } from 'node:crypto'
import { Type } from 'typebox'
import { Check } from 'typebox/value'
import { NotFoundOut, Waiting } from './question.ts'
import type { ProbedOrganization, ProbeSetting, TestGuest } from './setting.ts'

/** An address that a person opens in the browser that is theirs alone. */
export interface Visit {
  readonly guest: TestGuest
  readonly address: string
  /** What the answer carries back, to know it by. */
  readonly state: string
  /** Whether it matters that something was asked of the person on the way. */
  readonly asksWhetherAsked: boolean
}

/** Where it led: back, with what the answer carries, or to a page of Microsoft's that stays. */
export type Arrival =
  | {
      readonly came: 'back'
      readonly parameters: Readonly<Record<string, string>>
      readonly wasAsked: boolean
    }
  | { readonly came: 'to-a-page'; readonly code: string }

export interface Tokens {
  readonly accessToken: string
  readonly refreshToken: string
  readonly clientInfo: string
}

/** What the token endpoint says where it gives none: OAuth's word and Entra's numbers. */
export interface Refusal {
  readonly error: string
  readonly codes: readonly number[]
}

export type TokenAnswer = { readonly tokens: Tokens } | { readonly refusal: Refusal }

/** A sign-in that several questions look at, and that a person does once. */
export interface KeptSignIn {
  readonly at: string
  readonly tokens?: Tokens
  readonly stoppedBy?: string
  readonly wasAsked?: boolean
}

export interface SignedIn extends Tokens {
  readonly at: Date
}

/** What guests do at the public doors of sign-in. */
export interface SignIns {
  /** @throws {NotFoundOut} where Microsoft stops the guest. */
  get(guest: TestGuest): Promise<SignedIn>
  /**
   * Some minutes later, in the same browser, with `prompt=login`.
   *
   * @throws {Waiting} {@link NotFoundOut}
   */
  getAgain(guest: TestGuest): Promise<SignedIn & { readonly wasAsked: boolean }>
  /** Where `prompt=none` leads at an organization. */
  askSilently(guest: TestGuest, organization: ProbedOrganization): Promise<Arrival>
  refresh(
    organization: ProbedOrganization,
    refreshToken: string,
    scope?: string,
  ): Promise<TokenAnswer>
  /** Where the link of an invitation leads in the browser of a guest. */
  open(guest: TestGuest, link: string, state: string): Promise<Arrival>
}

export interface SignInPorts {
  readonly now: () => Date
  readonly visit: (visit: Visit) => Promise<Arrival>
  readonly kept: Record<string, KeptSignIn>
  readonly save: () => Promise<void>
  readonly organizationOf: (guest: TestGuest) => ProbedOrganization
}

const minuteMs = 60_000
/** What is older is done again: its refresh token may be over, and its browser closed. */
const freshMs = 8 * 60 * minuteMs
/** After which a sign-in differs from the one before by more than clocks do. */
const apartMs = 6 * minuteMs
const openId = 'openid profile offline_access'

const TokenReply = Type.Object({
  access_token: Type.String(),
  refresh_token: Type.Optional(Type.String()),
  client_info: Type.Optional(Type.String()),
})
const TokenRefusal = Type.Object({
  error: Type.String(),
  error_codes: Type.Optional(Type.Array(Type.Integer())),
})

export function createSignIns(setting: ProbeSetting, ports: SignInPorts): SignIns {
  const { webClientId, redirectUri, scope } = setting
  const apiScope = `${scope} ${openId}`

  async function authorize(
    guest: TestGuest,
    { organizationId }: ProbedOrganization,
    prompt?: 'login' | 'none',
  ): Promise<{ arrival: Arrival; verifier: string }> {
    const verifier = randomBytes(32).toString('base64url')
    const state = randomBytes(16).toString('base64url')
    const query = new URLSearchParams({
      client_id: webClientId,
      redirect_uri: redirectUri,
      response_type: 'code',
      response_mode: 'query',
      scope: apiScope,
      state,
      login_hint: guest.mail,
      code_challenge: createHash('sha256').update(verifier).digest('base64url'),
      code_challenge_method: 'S256',
      // Without it the answer says nothing of the account's home (MSAL asks for it, too).
      client_info: '1',
      ...(prompt ? { prompt } : {}),
    })
    const arrival = await ports.visit({
      guest,
      address: `${setting.endpoints}/${organizationId}/oauth2/v2.0/authorize?${query.toString()}`,
      state,
      asksWhetherAsked: prompt === 'login',
    })
    return { arrival, verifier }
  }

  async function requestTokens(
    { organizationId }: ProbedOrganization,
    form: Readonly<Record<string, string>>,
  ): Promise<TokenAnswer> {
    const reply = await fetch(`${setting.endpoints}/${organizationId}/oauth2/v2.0/token`, {
      method: 'POST',
      redirect: 'error',
      // A single-page app redeems from its own origin only.
      headers: { origin: new URL(redirectUri).origin },
      body: new URLSearchParams({ client_id: webClientId, client_info: '1', ...form }),
    })
    const body: unknown = await reply.json()
    if (Check(TokenReply, body)) {
      const { access_token: accessToken, refresh_token, client_info } = body
      return {
        tokens: { accessToken, refreshToken: refresh_token ?? '', clientInfo: client_info ?? '' },
      }
    }
    if (!Check(TokenRefusal, body)) throw new NotFoundOut(`a token request: ${reply.status}`)
    return { refusal: { error: body.error, codes: body.error_codes ?? [] } }
  }

  /** A whole sign-in of a guest at their organization. */
  async function signIn(guest: TestGuest, prompt?: 'login'): Promise<KeptSignIn> {
    const organization = ports.organizationOf(guest)
    const { arrival, verifier } = await authorize(guest, organization, prompt)
    const at = ports.now().toISOString()
    if (arrival.came === 'to-a-page') return { at, stoppedBy: `AADSTS${arrival.code}` }
    const { code, error } = arrival.parameters
    if (!code) return { at, stoppedBy: error ?? 'an answer without a code' }
    const answer = await requestTokens(organization, {
      grant_type: 'authorization_code',
      redirect_uri: redirectUri,
      code,
      code_verifier: verifier,
      scope: apiScope,
    })
    if ('refusal' in answer) return { at, stoppedBy: nameOf(answer.refusal) }
    return { at, tokens: answer.tokens, wasAsked: arrival.wasAsked }
  }

  async function keep(key: string, work: () => Promise<KeptSignIn>): Promise<KeptSignIn> {
    const kept = ports.kept[key]
    if (kept && ports.now().getTime() - Date.parse(kept.at) < freshMs) return kept
    const made = await work()
    ports.kept[key] = made
    await ports.save()
    return made
  }

  function requireIn(guest: TestGuest, { at, tokens, stoppedBy, wasAsked }: KeptSignIn) {
    if (!tokens) {
      throw new NotFoundOut(`${guest.mail} was stopped at ${guest.organization}: ${stoppedBy}`)
    }
    return { ...tokens, at: new Date(at), wasAsked: wasAsked ?? false }
  }

  const get: SignIns['get'] = async (guest) =>
    requireIn(guest, await keep(keyOf(guest), async () => signIn(guest)))

  return {
    get,
    async getAgain(guest) {
      const key = `${keyOf(guest)} again`
      if (!ports.kept[key]) {
        const { at } = await get(guest)
        const from = new Date(at.getTime() + apartMs)
        if (ports.now() < from) throw new Waiting(from)
      }
      return requireIn(guest, await keep(key, async () => signIn(guest, 'login')))
    },
    askSilently: async (guest, organization) =>
      (await authorize(guest, organization, 'none')).arrival,
    refresh: async (organization, refreshToken, wanted = apiScope) =>
      requestTokens(organization, {
        grant_type: 'refresh_token',
        refresh_token: refreshToken,
        scope: wanted,
      }),
    open: async (guest, address, state) =>
      ports.visit({ guest, address, state, asksWhetherAsked: false }),
  }
}

function keyOf({ mail, organization }: TestGuest): string {
  return `${mail} at ${organization}`
}

/** A refusal in one word: its first number, else OAuth's word. */
export function nameOf({ error, codes }: Refusal): string {
  return codes[0] === undefined ? error : `AADSTS${codes[0]}`
}

/** The claims of a token, unverified: this is about what stands in it. */
export function claimsOf(token: string): Readonly<Record<string, unknown>> {
  return decode(token.split('.')[1] ?? '')
}

/** What `client_info` says: the home of an account, by which MSAL tells accounts apart. */
export function homeOf(clientInfo: string): Readonly<Record<string, unknown>> {
  return decode(clientInfo)
}

function decode(text: string): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(Buffer.from(text, 'base64url').toString('utf8'))
    if (typeof value === 'object' && value !== null) return { ...value }
  } catch {
    // Told below, as what has no claims at all.
  }
  throw new NotFoundOut('a token cannot be read')
}
