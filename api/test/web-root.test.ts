import { readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { brotliCompressSync, brotliDecompressSync, gunzipSync, gzipSync } from 'node:zlib'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Issuer, startIssuer } from './support/issuer.ts'
import { authority, foyerFile, makeFolder, openPortal, registrations } from './support/portal.ts'
import { navigation } from './support/wrong-requests.ts'

let issuer: Issuer

beforeAll(async () => {
  issuer = await startIssuer()
})
afterAll(async () => issuer[Symbol.asyncDispose]())

test('each page has a nonce of its own and the configuration, safe inside a script', async () => {
  const folder = await makeFolder({
    ...foyerFile(issuer.url),
    signIn: { ...foyerFile(issuer.url).signIn, scope: 'api://</script><b>&/access_as_user' },
  })
  await using hostile = await openPortal(folder)
  const pages = await Promise.all(
    [1, 2].map(async () => hostile.app.inject({ url: '/welcome', headers: navigation })),
  )
  const nonces = pages.map(({ body, headers }) => {
    const nonce = /name="csp-nonce" content="([^"]+)"/.exec(body)?.[1] ?? ''
    expect(headers['content-security-policy']).toContain(`'nonce-${nonce}'`)
    return nonce
  })
  expect(nonces[0]).not.toBe(nonces[1])
  const block = /id="foyer-configuration">([^<]*)<\/script>/.exec(pages[0]?.body ?? '')?.[1] ?? ''
  expect(JSON.parse(block)).toEqual({
    authority,
    signInEndpoints: issuer.url,
    clientId: registrations.web,
    scope: 'api://</script><b>&/access_as_user',
    resourceManager: 'https://management.azure.com',
    leavePage: 'https://myaccount.microsoft.com',
  })
})

test.each([
  [[], []],
  [[{ listsOtherOrganizations: false }], []],
  [[{}, { listsOtherOrganizations: true }], ['http://127.0.0.1:9']],
])('where organizations are %j the page also reaches %j', async (declared, reached) => {
  const file = foyerFile(issuer.url)
  const folder = await makeFolder({
    ...file,
    resourceManager: 'http://127.0.0.1:9',
    organizations: file.organizations.map((each, place) => ({ ...each, ...declared[place] })),
  })
  await using portal = await openPortal(folder)
  const { headers } = await portal.app.inject({ url: '/', headers: navigation })
  const [, sources] = /connect-src ([^;]*)/.exec(String(headers['content-security-policy'])) ?? []
  expect(sources?.split(' ')).toEqual(["'self'", issuer.url, ...reached])
})

test('whoever opens an invitation gets its own page, which reaches nothing but its forms', async () => {
  await using portal = await openPortal(await makeFolder(foyerFile(issuer.url)))
  const token = 'k'.repeat(43)
  for (const url of ['/i', `/i/${token}`, `/i/${token}?because=internal-error`, '/i/cut-off']) {
    for (const method of ['GET', 'HEAD'] as const) {
      const { statusCode, headers, body } = await portal.app.inject({ method, url })
      expect([url, statusCode]).toEqual([url, 200])
      expect(body).toBe(method === 'GET' ? '<!doctype html><title>Invitation</title>' : '')
      expect(headers).toMatchObject({
        'referrer-policy': 'no-referrer',
        'cache-control': 'no-store',
      })
      const policy = String(headers['content-security-policy'])
      expect(policy).toContain("connect-src 'self';")
      expect(policy).toContain("style-src 'self';")
      expect(policy).toContain(`form-action 'self' https: ${issuer.url};`)
    }
  }
  // Its file has no address of its own: there it would know of no invitation.
  const direct = await portal.app.inject({ url: '/invitation.html' })
  expect(direct.statusCode).toBe(404)
})

test('a page that is built anew while the process runs is the one that is served', async () => {
  const folder = await makeFolder(foyerFile(issuer.url))
  await using portal = await openPortal(folder)
  await writeFile(join(folder, 'web', 'index.html'), '<title>built anew</title>')
  const { body } = await portal.app.inject({ url: '/', headers: navigation })
  expect(body).toBe('<title>built anew</title>')
})

test('what the build has packed is sent as it is to whoever takes it, and the page never is', async () => {
  const folder = await makeFolder(foyerFile(issuer.url))
  const asset = join(folder, 'web', 'assets', 'index-1a2b3c4d.js')
  const text = await readFile(asset)
  await writeFile(`${asset}.br`, brotliCompressSync(text))
  await writeFile(`${asset}.gz`, gzipSync(text))
  await writeFile(join(folder, 'web', 'index.html.br'), brotliCompressSync('an old page'))
  await using portal = await openPortal(folder)
  const get = async (url: string, accepted: string) =>
    portal.app.inject({ url, headers: { ...navigation, 'accept-encoding': accepted } })

  for (const [accepted, coding, unpack] of [
    ['gzip, deflate, br, zstd', 'br', brotliDecompressSync],
    ['gzip', 'gzip', gunzipSync],
    ['identity', undefined, (packed: Buffer) => packed],
  ] as const) {
    const { headers, rawPayload } = await get('/assets/index-1a2b3c4d.js', accepted)
    expect(headers['content-encoding']).toBe(coding)
    expect(headers['content-type']).toContain('javascript')
    expect(headers['vary']).toContain('accept-encoding')
    expect(headers['cache-control']).toContain('immutable')
    expect(unpack(rawPayload)).toEqual(text)
  }

  const page = await get('/', 'br')
  expect(page.headers['content-encoding']).toBeUndefined()
  const nonce = /name="csp-nonce" content="([^"]+)"/.exec(page.body)?.[1] ?? ''
  expect(page.headers['content-security-policy']).toContain(`'nonce-${nonce}'`)
})

test('a web that is not built, or not for this server, stops the start', async () => {
  const folder = await makeFolder(foyerFile(issuer.url))
  await expect(
    openPortal(folder, { environment: { WEB_ROOT: join(folder, 'none') } }),
  ).rejects.toThrow('there is no built web')
  await writeFile(join(folder, 'web', 'index.html'), '<!doctype html>')
  await expect(openPortal(folder)).rejects.toThrow('index.html has no place __CSP_NONCE__')

  const old = await makeFolder(foyerFile(issuer.url))
  await rm(join(old, 'web', 'invitation.html'))
  await expect(openPortal(old)).rejects.toThrow('no page for invitations')
})
