import { portalOrigin, redirectUri, type withSimulator } from './world.ts'

const challenge = 'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM'
/** The verifier of RFC 7636, appendix B, whose challenge stands above. */
export const verifier = 'dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk'

type Change = Record<string, string | undefined>

/** A client that asks for a code as the portal does, with whatever a test changes about it. */
export function clientOf(world: ReturnType<typeof withSimulator>) {
  const authorizeQuery = (change: Change = {}): string => {
    const { web, api } = world.simulator.registrations()
    const parameters: Change = {
      client_id: web.clientId,
      redirect_uri: redirectUri,
      response_type: 'code',
      response_mode: 'query',
      scope: `${api.scope} openid profile offline_access`,
      state: 'the-state',
      nonce: 'the-nonce',
      code_challenge: challenge,
      code_challenge_method: 'S256',
      ...change,
    }
    const query = new URLSearchParams()
    for (const [name, value] of Object.entries(parameters)) if (value) query.set(name, value)
    return query.toString()
  }
  const authorize = async (change: Change = {}, init?: RequestInit) => {
    const { tenantId } = world.organization('contoso')
    return world.send(`/${tenantId}/oauth2/v2.0/authorize?${authorizeQuery(change)}`, init)
  }
  const choose = async (mail: string, slug = 'contoso', change: Change = {}, form = {}) => {
    const { tenantId } = world.organization(slug)
    return world.send(`/${tenantId}/login?${authorizeQuery(change)}`, {
      method: 'POST',
      headers: { origin: world.simulator.url },
      body: new URLSearchParams({ mail, ...form }),
    })
  }
  const getCode = async (mail: string): Promise<string> => {
    const answer = await choose(mail)
    return new URL(answer.headers.get('location') ?? '').searchParams.get('code') ?? ''
  }
  const redeem = async (code: string, change: Record<string, string> = {}, headers = {}) =>
    world.requestToken(
      world.organization('contoso').tenantId,
      {
        grant_type: 'authorization_code',
        client_id: world.simulator.registrations().web.clientId,
        redirect_uri: redirectUri,
        code,
        code_verifier: verifier,
        ...change,
      },
      { origin: portalOrigin, ...headers },
    )
  return { authorizeQuery, authorize, choose, getCode, redeem }
}
