import { problems } from '@foyer/contracts/problem'
import type { InjectOptions } from 'fastify'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type ContosoPortal, openContoso } from './support/contoso.ts'
import { foyerFile, makeFolder, openPortal } from './support/portal.ts'
import { navigation, wrongRequests } from './support/wrong-requests.ts'

let contoso: ContosoPortal
const inject = async (request: InjectOptions) => contoso.portal.app.inject(request)

beforeAll(async () => {
  contoso = await openContoso()
})
afterAll(async () => contoso[Symbol.asyncDispose]())

test('every reply, of every kind and status, carries the headers of its kind', async () => {
  const common = {
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'DENY',
    'referrer-policy': 'no-referrer',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'permissions-policy': 'camera=(), microphone=(), geolocation=(), payment=(), usb=()',
    'strict-transport-security': 'max-age=63072000; includeSubDomains',
  }
  const nothing = "default-src 'none'; frame-ancestors 'none'; sandbox"
  const page = [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self' 'nonce-N'",
    "img-src 'self' data:",
    "font-src 'self'",
    `connect-src 'self' ${contoso.issuer.url}`,
    "frame-src 'none'",
    "manifest-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "object-src 'none'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
    'upgrade-insecure-requests',
  ].join('; ')
  const docs =
    "default-src 'none'; style-src 'sha256-H'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
  const immutable = 'public, max-age=31536000, immutable'
  const requests: readonly (readonly [number, string, string, InjectOptions])[] = [
    [200, page, 'no-store', { url: '/', headers: navigation }],
    [200, page, 'no-store', { url: '/', method: 'HEAD', headers: navigation }],
    [200, page, 'no-store', { url: '/o/contoso', headers: navigation }],
    [200, nothing, immutable, { url: '/assets/index-1a2b3c4d.js' }],
    [200, nothing, immutable, { url: '/assets/index-1a2b3c4d.js', method: 'HEAD' }],
    [
      206,
      nothing,
      immutable,
      { url: '/assets/index-1a2b3c4d.js', headers: { range: 'bytes=0-2' } },
    ],
    [200, nothing, 'no-cache', { url: '/icon.svg' }],
    [200, docs, 'no-store', { url: '/docs' }],
    [200, nothing, 'no-store', { url: '/openapi.json' }],
    [200, nothing, 'no-store', { url: '/healthz' }],
    [200, nothing, 'no-store', { url: '/readyz' }],
    [404, nothing, 'no-store', { url: '/metrics' }],
    [200, nothing, 'no-store', { url: '/v1/organizations/lookup?name=contoso' }],
    ...wrongRequests(contoso.grace).map(
      ([, request, code]) => [problems[code].status, nothing, 'no-store', request] as const,
    ),
  ]
  for (const [status, policy, caching, request] of requests) {
    const { headers, statusCode } = await inject(request)
    const seen = String(headers['content-security-policy'])
      .replace(/'nonce-[\w+/]{24}'/, "'nonce-N'")
      .replace(/'sha256-[\w+/]{43}='/, "'sha256-H'")
    expect([request.url, statusCode, seen, headers['cache-control']]).toEqual([
      request.url,
      status,
      policy,
      caching,
    ])
    expect(headers).toMatchObject(common)
    for (const name of ['server', 'x-powered-by', 'access-control-allow-origin', 'set-cookie']) {
      expect(headers).not.toHaveProperty(name)
    }
  }
})

test('over http on loopback nothing is promised about https', async () => {
  await using local = await openPortal(await makeFolder(foyerFile(contoso.issuer.url)), {
    environment: { PUBLIC_ORIGIN: 'http://localhost:4280' },
  })
  const { headers } = await local.app.inject({ url: '/', headers: navigation })
  expect(headers).not.toHaveProperty('strict-transport-security')
  expect(headers['content-security-policy']).not.toContain('upgrade-insecure-requests')
})
