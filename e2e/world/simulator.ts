import { createHash, createPrivateKey, randomUUID, X509Certificate } from 'node:crypto'
import type { Registrations } from '@foyer/workbench/demo-configuration'
import { SignJWT } from 'jose'

/** The simulator as a test drives it: its control door, and its Graph as an app of a tenant sees it. */
export interface SimulatorControl {
  readonly url: string
  reset(): Promise<void>
  /** What the clock says. */
  now(): Promise<string>
  /** Once no page is asking anything. */
  advance(ms: number): Promise<void>
  /** Switches a fault on until the next reset. */
  fail(fault: Record<string, unknown>): Promise<void>
  /** Switches all faults off. */
  heal(): Promise<void>
  /** Chooses among what nobody knows of Entra, until the next reset. */
  choose(variants: Record<string, unknown>): Promise<void>
  /** Lets what Foyer's identities change at an organization reach as far as its units, until the next reset. */
  scopeRoles(organization: string): Promise<void>
  /** What Graph answers to the reader of an organization. */
  graph(organization: string, path: string): Promise<{ status: number; body: unknown }>
  /** The token with which somebody of an organization calls Foyer, as a sign-in there brings it. */
  tokenOf(organization: string, mail: string, roles?: readonly string[]): Promise<string>
  /** Changes the directory of an organization, as its administrator does. */
  administer(organization: string, method: string, path: string, body?: object): Promise<void>
  /** Every mail that was sent, newest first. */
  mails(): Promise<readonly Mail[]>
}

interface Mail {
  readonly to: string
  readonly subject: string
  readonly text: string
}

export function controlSimulator(url: string): SimulatorControl {
  async function graph(organization: string, path: string) {
    const token = await getReaderToken(url, organization)
    const answer = await fetch(`${url}${path}`, { headers: { authorization: `Bearer ${token}` } })
    const text = await answer.text()
    return { status: answer.status, body: text ? (JSON.parse(text) as unknown) : undefined }
  }

  return {
    url,
    graph,
    async reset() {
      await send(url, '/simulator/reset', 'POST')
    },
    now: async () => getNow(url),
    async advance(advanceMs) {
      await send(url, '/simulator/clock', 'POST', { advanceMs })
    },
    async fail(fault) {
      await send(url, '/simulator/faults', 'POST', fault)
    },
    async heal() {
      await send(url, '/simulator/faults', 'DELETE')
    },
    async choose(variants) {
      await send(url, '/simulator/variants', 'POST', variants)
    },
    async scopeRoles(organization) {
      await send(url, '/simulator/scoped-roles', 'POST', { organization })
    },
    async tokenOf(organization, mail, roles = []) {
      const { body } = await graph(organization, `/v1.0/users?$select=id&$filter=mail eq '${mail}'`)
      const [person] = (body as { value: readonly { id: string }[] }).value
      const { web, api, organizations } = await getRegistrations(url)
      const tid = organizations.find(({ slug }) => slug === organization)?.tenantId
      return signToken(url, {
        aud: api.clientId,
        iss: `${url.replace('http:', 'https:')}/${tid}/v2.0`,
        tid,
        oid: person?.id,
        sub: 'pairwise',
        azp: web.clientId,
        azpacr: '0',
        scp: 'access_as_user',
        roles,
        auth_time: Math.floor(Date.parse(await getNow(url)) / 1000),
        ver: '2.0',
      })
    },
    async administer(organization, method, path, body) {
      const token = await getAdministratorToken(url, organization)
      const answer = await fetch(`${url}${path}`, {
        method,
        headers: {
          authorization: `Bearer ${token}`,
          ...(body ? { 'content-type': 'application/json' } : {}),
        },
        ...(body ? { body: JSON.stringify(body) } : {}),
      })
      if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`)
    },
    async mails() {
      return (await get(url, '/simulator/mails')) as Mail[]
    },
  }
}

export async function getRegistrations(url: string): Promise<Registrations> {
  return (await get(url, '/simulator/registrations')) as Registrations
}

async function getReaderToken(url: string, slug: string): Promise<string> {
  const { organizations } = await getRegistrations(url)
  const organization = organizations.find((candidate) => candidate.slug === slug)
  const reader = organization?.identities['reader']
  if (!organization || !reader) throw new Error(`${slug} has no reader`)

  const endpoint = `${url}/${organization.tenantId}/oauth2/v2.0/token`
  const now = await getNow(url)
  const seconds = Math.floor(new Date(now).getTime() / 1000)
  const certificate = new X509Certificate(reader.pem)
  const assertion = await new SignJWT()
    .setProtectedHeader({
      alg: 'RS256',
      'x5t#S256': createHash('sha256').update(certificate.raw).digest('base64url'),
    })
    .setIssuer(reader.clientId)
    .setSubject(reader.clientId)
    .setAudience(endpoint)
    .setJti(randomUUID())
    .setNotBefore(seconds)
    .setExpirationTime(seconds + 300)
    .sign(createPrivateKey(reader.pem))

  const answer = await fetch(endpoint, {
    method: 'POST',
    body: new URLSearchParams({
      grant_type: 'client_credentials',
      client_id: reader.clientId,
      client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
      client_assertion: assertion,
      scope: 'https://graph.microsoft.com/.default',
    }),
  })
  const body = (await answer.json()) as { access_token?: string }
  if (!body.access_token) throw new Error(`No token for the reader of ${slug}: ${answer.status}`)
  return body.access_token
}

/** What no app of Foyer's may do, an administrator may. */
async function getAdministratorToken(url: string, slug: string): Promise<string> {
  const { organizations } = await getRegistrations(url)
  const organization = organizations.find((candidate) => candidate.slug === slug)
  return signToken(url, {
    aud: 'https://graph.microsoft.com',
    tid: organization?.tenantId,
    appid: randomUUID(),
    roles: [
      'RoleManagement.ReadWrite.Directory',
      'Group.ReadWrite.All',
      'User.ReadWrite.All',
      'Policy.Read.All',
      'Policy.ReadWrite.ConditionalAccess',
      'Policy.ReadWrite.Authorization',
      'Policy.ReadWrite.B2BManagementPolicy',
    ],
  })
}

/** Signed by the simulator with its real key, for five minutes. */
async function signToken(url: string, claims: Record<string, unknown>): Promise<string> {
  const now = await getNow(url)
  const iat = Math.floor(new Date(now).getTime() / 1000)
  const answer = await fetch(`${url}/simulator/tokens`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ claims: { ...claims, iat, nbf: iat, exp: iat + 300 }, header: {} }),
  })
  return ((await answer.json()) as { token: string }).token
}

async function getNow(url: string): Promise<string> {
  return ((await get(url, '/simulator/clock')) as { now: string }).now
}

async function get(url: string, path: string): Promise<unknown> {
  const answer = await fetch(`${url}${path}`)
  if (!answer.ok) throw new Error(`GET ${path}: ${answer.status}`)
  return answer.json()
}

async function send(url: string, path: string, method: string, body?: unknown): Promise<void> {
  const answer = await fetch(`${url}${path}`, {
    method,
    ...(body === undefined
      ? {}
      : { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
  })
  if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`)
}
