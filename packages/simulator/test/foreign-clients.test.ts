import {
  BatchRequestContent,
  BatchResponseContent,
  Client,
  type Context,
  type Middleware,
  PageIterator,
  type PageCollection,
} from '@microsoft/microsoft-graph-client'
import { createRemoteJWKSet, jwtVerify } from 'jose'
import * as openid from 'openid-client'
import { describe, expect, it } from 'vitest'
import { clientOf } from './client.ts'
import { groupCalls } from './group-calls.ts'
import { claimsOf, portalOrigin, redirectUri, withSimulator } from './world.ts'

const world = withSimulator()
const { choose } = clientOf(world)
const { asApp } = groupCalls(world)

const graphOrigin = 'https://graph.microsoft.com'

interface Person {
  readonly id: string
}

/** It knows one origin only: what it asks there goes to the simulator, and nothing else changes. */
async function connect(): Promise<Client> {
  const token = await asApp('contoso', 'User.ReadWrite.All')
  const simulated: Middleware = {
    async execute(context: Context) {
      const { method, body } = { ...context.options } as { method?: string; body?: string }
      // Its type is a browser's, unknown here; the client always hands over a string.
      const request: unknown = context.request
      const address = String(request)
      const reply = await fetch(address.replace(graphOrigin, world.simulator.url), {
        ...(method ? { method } : {}),
        ...(body ? { body } : {}),
        headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      })
      const text = await reply.text()
      context.response = new Response(text.replaceAll(world.simulator.url, graphOrigin), {
        status: reply.status,
        headers: reply.headers,
      })
    },
  }
  return Client.initWithMiddleware({ middleware: simulated })
}

describe('@microsoft/microsoft-graph-client, a client that nobody here wrote', () => {
  it('iterates over every guest, page by page', async () => {
    const client = await connect()
    const first = (await client
      .api('/users')
      .filter("userType eq 'Guest'")
      .select('id')
      .top(25)
      .get()) as PageCollection
    expect(first.value).toHaveLength(25)
    const seen: string[] = []
    const iterator = new PageIterator(client, first, (guest: Person) => seen.push(guest.id) > 0)
    await iterator.iterate()
    expect(iterator.isComplete()).toBe(true)
    const everybody = (await client
      .api('/users')
      .filter("userType eq 'Guest'")
      .select('id')
      .top(999)
      .get()) as { value: Person[] }
    expect(seen).toEqual(everybody.value.map(({ id }) => id))
  })
})

describe('the batches of @microsoft/microsoft-graph-client', () => {
  // The client writes all that is behind the host into the batch, where no version belongs.
  const request = (path: string, init: RequestInit = {}) =>
    new Request(`${graphOrigin}${path}`, init)
  const json = { 'content-type': 'application/json' }

  async function answer(content: BatchRequestContent): Promise<BatchResponseContent> {
    const client = await connect()
    const reply = (await client.api('/$batch').post(await content.getContent())) as {
      responses: []
    }
    return new BatchResponseContent(reply)
  }

  it('ask for several guests at once, and know which answer is whose', async () => {
    const names = ['Grace Adeyemi', 'Omar Haddad', 'Lena Vogel']
    const content = new BatchRequestContent(
      names.map((name, at) => ({
        id: `${at}`,
        request: request(`/users/${world.userId(name)}?$select=displayName`),
      })),
    )
    content.addRequest({ id: 'nobody', request: request('/users/nobody@contoso.com') })
    const answers = await answer(content)
    for (const [at, name] of names.entries()) {
      const reply = answers.getResponseById(`${at}`)
      expect(reply.status).toBe(200)
      expect(await reply.json()).toMatchObject({ displayName: name })
    }
    expect(answers.getResponseById('nobody').status).toBe(404)
  })

  it('do one thing after another, and nothing after what has failed', async () => {
    const path = `/users/${world.userId('Grace Adeyemi')}`
    const change = (jobTitle: unknown) =>
      request(path, { method: 'PATCH', headers: json, body: JSON.stringify({ jobTitle }) })
    const content = new BatchRequestContent([
      { id: '1', request: change('Architect') },
      { id: '2', request: request(`${path}?$select=jobTitle`), dependsOn: ['1'] },
      { id: '3', request: change(7), dependsOn: ['2'] },
      { id: '4', request: change('Clerk'), dependsOn: ['3'] },
    ])
    const answers = await answer(content)
    const statuses = ['1', '2', '3', '4'].map((id) => answers.getResponseById(id).status)
    expect(statuses).toEqual([204, 200, 400, 424])
    expect(await answers.getResponseById('2').json()).toMatchObject({ jobTitle: 'Architect' })
    const client = await connect()
    expect(await client.api(path).select('jobTitle').get()).toMatchObject({ jobTitle: 'Architect' })
  })
})

describe('openid-client, a client that nobody here wrote', () => {
  it('discovers an organization and signs a guest in by code', async () => {
    const { url, authority } = world.simulator
    const { tenantId } = world.organization('contoso')
    const { web, api } = world.simulator.registrations()
    const server = new URL(`${authority}/${tenantId}/v2.0`)
    // Issuers are https, which nobody serves here, and only a page of the portal may redeem.
    const elsewhere: openid.CustomFetch = async (asked, { headers, body, ...options }) =>
      fetch(asked.replace(authority, url), {
        ...options,
        headers: { ...headers, origin: portalOrigin },
        ...(body === undefined || body === null ? {} : { body: body as URLSearchParams }),
      })
    const configuration = await openid.discovery(server, web.clientId, undefined, openid.None(), {
      execute: [openid.allowInsecureRequests],
      [openid.customFetch]: elsewhere,
    })
    const verifier = openid.randomPKCECodeVerifier()
    const nonce = openid.randomNonce()
    const address = openid.buildAuthorizationUrl(configuration, {
      redirect_uri: redirectUri,
      scope: `${api.scope} openid profile offline_access`,
      code_challenge: await openid.calculatePKCECodeChallenge(verifier),
      code_challenge_method: 'S256',
      state: 'the-state',
      nonce,
    })
    const picked = await choose(
      'grace@adatum.com',
      'contoso',
      Object.fromEntries(address.searchParams),
    )
    const tokens = await openid.authorizationCodeGrant(
      configuration,
      new URL(picked.headers.get('location') ?? ''),
      { pkceCodeVerifier: verifier, expectedState: 'the-state', expectedNonce: nonce },
    )
    expect(tokens.claims()).toMatchObject({ tid: tenantId, oid: world.userId('Grace Adeyemi') })

    const renewed = await openid.refreshTokenGrant(configuration, tokens.refresh_token ?? '')
    expect(claimsOf(renewed.access_token)['oid']).toBe(world.userId('Grace Adeyemi'))
  })
})

describe('the remote key set of jose, a client that nobody here wrote', () => {
  it('finds the key of a token, and the next one after a rotation', async () => {
    const { tenantId } = world.organization('contoso')
    const keys = createRemoteJWKSet(
      new URL(`${world.simulator.url}/${tenantId}/discovery/v2.0/keys`),
      { cooldownDuration: 0 },
    )
    const issuer = `${world.simulator.authority}/${tenantId}/v2.0`
    const audience = world.simulator.registrations().api.clientId
    const kids = new Set<unknown>()
    for (const mail of ['grace@adatum.com', 'sam@contoso.com']) {
      const { accessToken } = await world.signIn('contoso', mail)
      const { protectedHeader } = await jwtVerify(accessToken, keys, { issuer, audience })
      kids.add(protectedHeader.kid)
      await world.send('/simulator/keys', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ rotate: true }),
      })
    }
    expect(kids.size).toBe(2)
  })
})
