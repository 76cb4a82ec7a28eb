import type { OrganizationId } from '@foyer/contracts/ids'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { createKeyCache, KeysUnavailable } from '../src/token/key-cache.ts'
import {
  type Answer,
  type IssuedKey,
  type Issuer,
  jwkOf,
  keySet,
  makeKey,
  startIssuer,
} from './support/issuer.ts'

const minute = 60_000
const hour = 60 * minute
const issuerOf = (organizationId: string) => `https://login.test/${organizationId}/v2.0`

let issuer: Issuer
let oldKey: IssuedKey
let newKey: IssuedKey
let elapsedMs: number
let count = 0
let contoso: OrganizationId

beforeAll(async () => {
  issuer = await startIssuer()
  oldKey = makeKey('old')
  newKey = makeKey('new')
})
afterAll(async () => issuer[Symbol.asyncDispose]())

beforeEach(() => {
  elapsedMs = 0
  count += 1
  contoso = `contoso-${count}` as OrganizationId
})

function openCache() {
  return createKeyCache({
    keysUrlOf: (organizationId) => `${issuer.url}/${organizationId}/discovery/v2.0/keys`,
    issuerOf,
    elapsed: () => elapsedMs,
  })
}

function entry(key: IssuedKey, changes: object = {}) {
  return jwkOf(key, issuerOf(contoso), changes)
}

test('JW-01: during a rotation tokens of the old and of the new key are both accepted', async () => {
  const cache = openCache()
  issuer.publish(contoso, keySet(entry(oldKey)))
  expect(await cache.findKey(contoso, 'old')).toContain('BEGIN PUBLIC KEY')
  issuer.publish(contoso, keySet(entry(oldKey), entry(newKey)))
  const found = await Promise.all(
    Array.from({ length: 50 }, async (_, place) =>
      cache.findKey(contoso, place % 2 ? 'old' : 'new'),
    ),
  )
  expect(found.every((key) => key?.includes('BEGIN PUBLIC KEY'))).toBe(true)
  expect(issuer.requestsOf(contoso)).toBe(2)
})

test('a key that a successful answer no longer has is dropped at once', async () => {
  const cache = openCache()
  issuer.publish(contoso, keySet(entry(oldKey), entry(newKey)))
  await cache.requireKeys(contoso)
  issuer.publish(contoso, keySet(entry(newKey)))
  expect(await cache.findKey(contoso, 'forged')).toBeUndefined()
  expect(await cache.findKey(contoso, 'old')).toBeUndefined()
  expect(await cache.findKey(contoso, 'new')).toBeDefined()
})

test('JW-02: ten thousand forged key ids cost one request, and another only after five minutes', async () => {
  const cache = openCache()
  issuer.publish(contoso, keySet(entry(oldKey)))
  await cache.requireKeys(contoso)
  const forge = async () =>
    Promise.all(
      Array.from({ length: 10_000 }, async (_, place) => cache.findKey(contoso, `forged-${place}`)),
    )
  expect((await forge()).every((key) => key === undefined)).toBe(true)
  expect(issuer.requestsOf(contoso)).toBe(2)
  elapsedMs += 5 * minute - 1
  await forge()
  expect(issuer.requestsOf(contoso)).toBe(2)
  elapsedMs += 1
  await forge()
  expect(issuer.requestsOf(contoso)).toBe(3)
  expect(await cache.findKey(contoso, 'old')).toBeDefined()
})

test('ten thousand requests at a cold start wait for one and the same fetch', async () => {
  const cache = openCache()
  issuer.publish(contoso, keySet(entry(oldKey)))
  const found = await Promise.all(
    Array.from({ length: 10_000 }, async () => cache.findKey(contoso, 'old')),
  )
  expect(found.every(Boolean)).toBe(true)
  expect(issuer.requestsOf(contoso)).toBe(1)
})

test.each([
  ['an error', { status: 500, body: 'no' }],
  ['garbage', { body: '{"keys": [' }],
  ['HTML', { type: 'text/html', body: '<html></html>' }],
  ['no keys', { body: '{"keys":[]}' }],
  ['something else', { body: '[]' }],
  ['too much', { body: `{"keys":[],"x":"${'x'.repeat(300_000)}"}` }],
  ['a redirect', { status: 302, location: 'http://169.254.169.254/', body: '' }],
] satisfies [string, Answer][])('JW-03: known keys outlive %s for a day', async (_name, answer) => {
  const cache = openCache()
  issuer.publish(contoso, keySet(entry(oldKey)))
  await cache.requireKeys(contoso)
  issuer.publish(contoso, answer)
  for (const after of [minute, 14 * hour, 30 * hour, 31 * hour]) {
    elapsedMs = after
    expect(await cache.findKey(contoso, 'old')).toBeDefined()
  }
  elapsedMs = 32 * hour
  expect(await cache.findKey(contoso, 'forged')).toBeUndefined()
  expect(await cache.findKey(contoso, 'old')).toBeDefined()
  expect(issuer.requestsOf(contoso)).toBeGreaterThan(1)
  expect(issuer.requestsOf(contoso)).toBeLessThan(8)
})

test('JW-03: known keys are at hand while the issuer hangs', async () => {
  const cache = openCache()
  issuer.publish(contoso, keySet(entry(oldKey)))
  await cache.requireKeys(contoso)
  issuer.publish(contoso, 'hang')
  elapsedMs = 14 * hour
  const found = await Promise.all(
    Array.from({ length: 100 }, async () => cache.findKey(contoso, 'old')),
  )
  expect(found.every(Boolean)).toBe(true)
  await expect.poll(() => issuer.requestsOf(contoso)).toBe(2)
})

test('JW-04: without keys at the start nobody is accepted, and the issuer is asked every five seconds', async () => {
  const cache = openCache()
  issuer.publish(contoso, { status: 503, body: '' })
  const ask = async () =>
    Promise.all(
      Array.from({ length: 200 }, async () =>
        expect(cache.findKey(contoso, 'old')).rejects.toThrow(KeysUnavailable),
      ),
    )
  await ask()
  expect(issuer.requestsOf(contoso)).toBe(1)
  elapsedMs += 4_999
  await ask()
  expect(issuer.requestsOf(contoso)).toBe(1)
  elapsedMs += 1
  await ask()
  expect(issuer.requestsOf(contoso)).toBe(2)
  issuer.publish(contoso, keySet(entry(oldKey)))
  elapsedMs += 5_000
  expect(await cache.findKey(contoso, 'old')).toBeDefined()
})

test('a key set is renewed behind the requests after half a day', async () => {
  const cache = openCache()
  issuer.publish(contoso, keySet(entry(oldKey)))
  await cache.requireKeys(contoso)
  elapsedMs = 10 * hour
  await cache.requireKeys(contoso)
  expect(issuer.requestsOf(contoso)).toBe(1)
  issuer.publish(contoso, keySet(entry(newKey)))
  elapsedMs = 13 * hour
  expect(await cache.findKey(contoso, 'old')).toBeDefined()
  await expect.poll(() => issuer.requestsOf(contoso)).toBe(2)
  expect(await cache.findKey(contoso, 'new')).toBeDefined()
  expect(issuer.requestsOf(contoso)).toBe(2)
  expect(await cache.findKey(contoso, 'old')).toBeUndefined()
})

test('a redirect to keys of somebody else is not followed', async () => {
  const cache = openCache()
  const attacker = `attacker-${count}`
  issuer.publish(attacker, keySet(entry(newKey)))
  const location = `${issuer.url}/${attacker}/discovery/v2.0/keys`
  issuer.publish(contoso, { status: 302, location, body: '' })
  await expect(cache.findKey(contoso, 'new')).rejects.toThrow(KeysUnavailable)
  expect(issuer.requestsOf(attacker)).toBe(0)
})

test('JW-05: the keys of one organization are not those of another', async () => {
  const cache = openCache()
  const fabrikam = `fabrikam-${count}` as OrganizationId
  issuer.publish(contoso, keySet(entry(oldKey)))
  issuer.publish(fabrikam, keySet(jwkOf(newKey, issuerOf(fabrikam))))
  expect(await cache.findKey(contoso, 'new')).toBeUndefined()
  expect(await cache.findKey(fabrikam, 'old')).toBeUndefined()
  expect(await cache.findKey(fabrikam, 'new')).toBeDefined()
})

test('JW-06: keys for another purpose, of another kind, issuer or size are no signing keys', async () => {
  const cache = openCache()
  const small = makeKey('small', 1024)
  issuer.publish(
    contoso,
    keySet(
      entry(oldKey),
      entry(newKey, { kid: 'encryption', use: 'enc' }),
      entry(newKey, { kid: 'no-use', use: undefined }),
      entry(newKey, { kid: 'elliptic', kty: 'EC' }),
      entry(newKey, { kid: 'personal', issuer: issuerOf('9188040d-6c67-4c5b-b112-36a304b66dad') }),
      entry(newKey, { kid: 'no-issuer', issuer: undefined }),
      entry(newKey, { kid: 'broken', n: '' }),
      entry(newKey, { kid: 7 }),
      entry(small),
    ),
  )
  for (const id of [
    'encryption',
    'no-use',
    'elliptic',
    'personal',
    'no-issuer',
    'broken',
    '7',
    'small',
    '__proto__',
  ]) {
    expect([id, await cache.findKey(contoso, id)]).toEqual([id, undefined])
  }
  expect(await cache.findKey(contoso, 'old')).toBeDefined()
})

test('JW-06: a set that names a key id twice is refused whole', async () => {
  const cache = openCache()
  issuer.publish(contoso, keySet(entry(oldKey), entry(newKey, { kid: 'old', use: 'enc' })))
  await expect(cache.findKey(contoso, 'old')).rejects.toThrow(KeysUnavailable)
})

test('an issuer with a place for the tenant id is that of the organization', async () => {
  const cache = openCache()
  issuer.publish(contoso, keySet(entry(oldKey, { issuer: 'https://login.test/{tenantid}/v2.0' })))
  expect(await cache.findKey(contoso, 'old')).toBeDefined()
})
