import { readFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
// oxlint-disable-next-line no-restricted-imports -- Here the library itself is the visitor, without the web.
import type * as Msal from '@azure/msal-browser'
import type { Page } from '@playwright/test'
import { getRegistrations } from '../world/simulator.ts'
import { expect, test } from '../world/test.ts'
import { chooseAccount } from '../world/visitor.ts'
import type { World } from '../world/world.ts'

const entry = fileURLToPath(import.meta.resolve('@azure/msal-browser'))
const library = join(dirname(entry), '../lib/msal-browser.min.js')

interface Bare {
  readonly msal: typeof Msal
  app: Msal.IPublicClientApplication
}

interface Tokens {
  readonly accessToken: string
  readonly name: string | undefined
  readonly tenantId: string
}

/** The portal's document with none of its code: Microsoft's library is alone in it. */
async function openBarePage(page: Page, { simulator }: World): Promise<string[]> {
  await page.route('**/assets/*.js', async (route) =>
    route.fulfill({ contentType: 'text/javascript', body: '' }),
  )
  await page.goto('/')
  const { api } = await getRegistrations(simulator.url)
  return [api.scope]
}

/** Only the address is another: that of the authority, and what discovery says there. */
async function prepare(page: Page, { simulator, portal }: World, slug: string): Promise<void> {
  const { web, organizations } = await getRegistrations(simulator.url)
  const tenantId = organizations.find((one) => one.slug === slug)?.tenantId ?? ''
  const discovery = await fetch(
    `${simulator.url}/${tenantId}/v2.0/.well-known/openid-configuration`,
  )
  const { host } = new URL(simulator.url)
  const configuration: Msal.Configuration = {
    auth: {
      clientId: web.clientId,
      authority: `https://${host}/${tenantId}`,
      knownAuthorities: [host],
      authorityMetadata: await discovery.text(),
      redirectUri: `${portal.origin}/`,
    },
  }
  await page.evaluate(await readFile(library, 'utf8'))
  await page.evaluate(async (given) => {
    const bare = globalThis as unknown as Bare
    bare.app = new bare.msal.PublicClientApplication(given)
    await bare.app.initialize()
  }, configuration)
}

async function acquireSilently(page: Page, request: Msal.SilentRequest): Promise<Tokens> {
  return page.evaluate(async (given) => {
    const { app } = globalThis as unknown as Bare
    const [account] = app.getAllAccounts()
    const result = await app.acquireTokenSilent({ ...given, ...(account ? { account } : {}) })
    const { accessToken, tenantId } = result
    return { accessToken, tenantId, name: result.account.name }
  }, request)
}

/** Signs Grace in on such a page. @returns the name that the library read in her token. */
async function signInGrace(page: Page, world: World, scopes: string[]): Promise<unknown> {
  await prepare(page, world, 'contoso')
  await page.evaluate(async (asked) => {
    const { app } = globalThis as unknown as Bare
    await app.handleRedirectPromise()
    void app.loginRedirect({ scopes: asked })
  }, scopes)
  await chooseAccount(page, 'grace@adatum.com')
  await page.waitForURL((url) => url.origin === world.portal.origin)

  await prepare(page, world, 'contoso')
  return page.evaluate(async () => {
    const { app } = globalThis as unknown as Bare
    return (await app.handleRedirectPromise())?.account.name
  })
}

test('@azure/msal-browser signs Grace in on a page that is not ours, and renews her token', async ({
  page,
  world,
}) => {
  const scopes = await openBarePage(page, world)
  expect(await signInGrace(page, world, scopes)).toBe('Grace Adeyemi')

  const kept = await acquireSilently(page, { scopes })
  const renewed = await acquireSilently(page, { scopes, forceRefresh: true })
  expect(renewed).toMatchObject({ name: 'Grace Adeyemi', tenantId: kept.tenantId })
  expect(renewed.accessToken).not.toBe(kept.accessToken)
})

test('@azure/msal-browser understands that Grace has to sign in anew after months', async ({
  page,
  world,
  simulator,
  errors,
}) => {
  errors.expectError(/400 .*\/oauth2\/v2\.0\/token/)
  const scopes = await openBarePage(page, world)
  await signInGrace(page, world, scopes)
  await simulator.advance(91 * 86_400_000)

  const refusal = await page.evaluate(async (asked) => {
    const { app, msal } = globalThis as unknown as Bare
    const [account] = app.getAllAccounts()
    const request = {
      scopes: asked,
      cacheLookupPolicy: msal.CacheLookupPolicy.RefreshToken,
      ...(account ? { account } : {}),
    }
    const error: unknown = await app.acquireTokenSilent(request).catch((reason: unknown) => reason)
    if (!(error instanceof msal.ServerError)) return String(error)
    return { code: error.errorCode, number: error.errorNo }
  }, scopes)
  expect(refusal).toEqual({ code: 'invalid_grant', number: 700_084 })
})
