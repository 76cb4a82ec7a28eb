import { createPublicKey, generateKeyPairSync, type KeyObject, verify } from 'node:crypto'
import { chmod, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { readSigningPlace } from '../../src/configuration/signing-place.ts'
import { openSigningKeys } from '../../src/signing/key-file.ts'
import { readSigningKeys } from '../../src/signing/signing-keys.ts'

const type = 'foyer-test+jws'
let folder: string

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'foyer-key-'))
})
afterEach(async () => rm(folder, { recursive: true }))

const pemOf = (key: KeyObject) => key.export(key.type === 'private' ? privatePem : publicPem)
const privatePem = { type: 'pkcs8', format: 'pem' } as const
const publicPem = { type: 'spki', format: 'pem' } as const
const make = () => generateKeyPairSync('ed25519')

describe('what Foyer has signed', () => {
  test('is checked by anybody with the public key and no library', async () => {
    const keys = await readSigningKeys(pemOf(make().privateKey))
    const token = await keys.sign(type, { hello: 'Contoso' })
    const [head = '', payload = '', signature = ''] = token.split('.')
    const { kty = '', crv = '', x = '', kid } = keys.publicKeys[0] ?? {}
    const key = createPublicKey({ key: { kty, crv, x }, format: 'jwk' })
    const signed = Buffer.from(`${head}.${payload}`)
    expect(verify(null, signed, key, Buffer.from(signature, 'base64url'))).toBe(true)
    expect(JSON.parse(Buffer.from(head, 'base64url').toString())).toEqual({
      alg: 'Ed25519',
      typ: type,
      kid,
    })
  })

  test('is read back, by a process that knows the key before its own as well', async () => {
    const [old, young] = [make(), make()]
    const token = await (await readSigningKeys(pemOf(old.privateKey))).sign(type, { day: 1 })
    const both = await readSigningKeys(pemOf(young.privateKey) + pemOf(old.publicKey))
    expect(await both.read(type, token)).toEqual({ day: 1 })
    expect(both.publicKeys).toHaveLength(2)
    const own = await readSigningKeys(pemOf(young.privateKey))
    expect(await own.read(type, token)).toBeUndefined()
    expect(await both.read(type, await both.sign(type, { day: 2 }))).toEqual({ day: 2 })
    expect(await own.read(type, await both.sign(type, { day: 2 }))).toEqual({ day: 2 })
  })

  test('is not taken for a statement of another kind', async () => {
    const keys = await readSigningKeys(pemOf(make().privateKey))
    expect(await keys.read('another+jws', await keys.sign(type, {}))).toBeUndefined()
  })

  test.each([
    ['no token', () => 'Grace'],
    ['one without a signature', (token: string) => token.replace(/[^.]*$/, '')],
    [
      'one that says that it needs none',
      (token: string) => `eyJhbGciOiJub25lIn0.${token.split('.')[1] ?? ''}.`,
    ],
    [
      'one with another statement',
      (token: string) => token.replace(/\.[^.]+\./, `.${btoa('{"a":1}').replaceAll('=', '')}.`),
    ],
  ])('%s is not read', async (_what, spoil) => {
    const keys = await readSigningKeys(pemOf(make().privateKey))
    expect(await keys.read(type, spoil(await keys.sign(type, { a: 2 })))).toBeUndefined()
  })
})

describe('the key', () => {
  const place = () => readSigningPlace({ STORE_FOLDER: join(folder, 'store') })

  test('is made beside the store at the first start, for its account only, and stays', async () => {
    const keys = await openSigningKeys(place())
    const file = join(folder, 'signing-key.pem')
    expect((await stat(file)).mode & 0o777).toBe(0o600)
    expect(await readFile(file, 'utf8')).toContain('BEGIN PRIVATE KEY')
    expect((await openSigningKeys(place())).publicKeys).toEqual(keys.publicKeys)
    expect(await readdir(folder)).toEqual(['signing-key.pem'])
  })

  test('is one, however many processes start at once', async () => {
    const opened = await Promise.all(
      Array.from({ length: 20 }, async () => openSigningKeys(place())),
    )
    expect(new Set(opened.map(({ publicKeys }) => publicKeys[0]?.kid)).size).toBe(1)
    expect(await readdir(folder)).toEqual(['signing-key.pem'])
  })

  test('is not made in production, nor where its file was named', async () => {
    expect(() => readSigningPlace({ NODE_ENV: 'production' })).toThrow(
      'SIGNING_KEY_FILE is missing: in production no key is made by itself',
    )
    const named = readSigningPlace({ SIGNING_KEY_FILE: join(folder, 'key.pem') })
    await expect(openSigningKeys(named)).rejects.toThrow('key.pem, the signing key, is not there')
    expect(await readdir(folder)).toEqual([])
  })

  test.each([
    ['can be read by others', async (file: string) => chmod(file, 0o640), 'chmod 600'],
    ['is no key', async (file: string) => writeFile(file, 'Grace'), 'holds no Ed25519'],
    [
      'holds a key of another kind',
      async (file: string) => {
        const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
        await writeFile(file, pemOf(privateKey))
      },
      'holds no Ed25519',
    ],
    [
      'holds a public key only',
      async (file: string) => writeFile(file, pemOf(make().publicKey)),
      'holds no Ed25519',
    ],
  ])('that %s is refused', async (_what, spoil, sentence) => {
    await openSigningKeys(place())
    await spoil(join(folder, 'signing-key.pem'))
    await expect(openSigningKeys(place())).rejects.toThrow(sentence)
  })
})
