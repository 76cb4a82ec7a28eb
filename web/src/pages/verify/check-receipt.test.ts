import type { ReceiptStatement } from '@foyer/contracts/receipt-statement'
import type { PublicKey } from '@foyer/contracts/signing-keys'
import { setupI18n } from '@lingui/core'
import { beforeAll, expect, test } from 'vitest'
import { checkReceipt, type Doubt } from './check-receipt.ts'
import { explainDoubt } from './verdict-words.ts'

const origin = 'https://foyer.contoso.com'
const type = 'foyer-receipt+jwt'
const statement: ReceiptStatement = {
  iss: origin,
  iat: 1_764_099_722,
  number: '5b1f6c0e-7a52-4f0e-9c3b-0a5d0e2f9b11',
  organization: { id: 'c0000000-0000-4000-8000-00000000000c', slug: 'contoso', name: 'Contoso' },
  guest: { name: 'Zoë Adeyemi', mail: 'zoe@adatum.com' },
  askedAt: '2026-11-25T19:42:00.000Z',
  leftAt: '2026-11-25T19:42:02.000Z',
  proof: 'fresh-sign-in',
  signedInAt: '2026-11-25T19:41:00.000Z',
}

interface Signer {
  readonly publicKey: PublicKey
  sign(body: object, header?: object): Promise<string>
}

async function makeSigner(kid: string): Promise<Signer> {
  const { subtle } = crypto
  const pair = await subtle.generateKey('Ed25519', true, ['sign', 'verify'])
  if (!('privateKey' in pair)) throw new Error('no pair of keys')
  const { x = '' } = await subtle.exportKey('jwk', pair.publicKey)
  return {
    publicKey: { kty: 'OKP', crv: 'Ed25519', x, kid, alg: 'Ed25519', use: 'sig' },
    async sign(body, header = {}) {
      const head = encode({ alg: 'Ed25519', typ: type, kid, ...header })
      const signed = `${head}.${encode(body)}`
      const bytes = new TextEncoder().encode(signed)
      const signature = await subtle.sign('Ed25519', pair.privateKey, bytes)
      return `${signed}.${Buffer.from(signature).toString('base64url')}`
    },
  }
}

const encode = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url')

let ours: Signer
let old: Signer
let foreign: Signer
let good: string

beforeAll(async () => {
  ours = await makeSigner('ours')
  old = await makeSigner('old')
  foreign = await makeSigner('foreign')
  good = await ours.sign(statement)
})

const check = async (text: string) => checkReceipt(text, [ours.publicKey, old.publicKey], origin)

test.each([
  ['as it is', (text: string) => text],
  ['broken into lines by a mail', (text: string) => text.replaceAll(/.{60}/g, '$&\r\n  ')],
  ['within the link to this page', (text: string) => `${origin}/receipts/verify#${text}`],
])('a good receipt is read, %s', async (_how, paste) => {
  expect(await check(paste(good))).toEqual({ statement })
})

test('a key that has signed before and is still published counts', async () => {
  expect(await check(await old.sign(statement))).toEqual({ statement })
})

const withHeader = (header: object) => `${encode(header)}${good.slice(good.indexOf('.'))}`

test.each<readonly [string, Doubt, () => string | Promise<string>]>([
  ['nothing', 'unreadable', () => ''],
  ['a book', 'too-long', () => 'eyJ'.repeat(1_000_000)],
  ['a sentence', 'unreadable', () => 'Grace has left Contoso.'],
  ['what is no base64url', 'unreadable', () => good.replace('.', '.+')],
  ['half of it', 'unreadable', () => good.slice(0, 200)],
  ['all of it but the end', 'unreadable', () => good.slice(0, -10)],
  ['one part too many', 'unreadable', () => `${good}.${good}`],
  ['a list as its header', 'unreadable', () => withHeader([])],
  ['no signature', 'unreadable', () => good.replace(/[^.]*$/, '')],
  [
    'a root of the journal',
    'other-kind',
    async () => ours.sign({ iss: origin, position: 1 }, { typ: 'foyer-journal-root+jws' }),
  ],
  ['no kind', 'other-kind', () => withHeader({ alg: 'Ed25519', kid: 'ours' })],
  ['no algorithm', 'other-algorithm', () => withHeader({ alg: 'none', typ: type, kid: 'ours' })],
  ['a shared secret', 'other-algorithm', async () => ours.sign(statement, { alg: 'HS256' })],
  ['a key of others', 'unknown-key', async () => foreign.sign(statement)],
  [
    'a key of others under the name of ours',
    'altered',
    async () => foreign.sign(statement, { kid: 'ours' }),
  ],
  [
    'a key with the name of a method',
    'unknown-key',
    async () => foreign.sign(statement, { kid: 'constructor' }),
  ],
  [
    'another name in it',
    'altered',
    () => good.replace(/\.[^.]+\./, `.${encode({ ...statement, guest: { name: 'Mallory' } })}.`),
  ],
  ['words that are no JSON', 'altered', () => good.replace(/\.[^.]+\./, '.eyJh.')],
])('what has %s does not count: %s', async (_what, doubt, text) => {
  expect(await check(await text())).toEqual({ doubt })
})

test('of each letter, whatever else stands in its place, nothing counts', async () => {
  for (let at = 0; at < good.length; at += 1) {
    const other = good[at] === 'A' ? 'B' : 'A'
    // oxlint-disable-next-line no-await-in-loop -- one after the other, or a thousand at once
    expect(await check(good.slice(0, at) + other + good.slice(at + 1))).toHaveProperty('doubt')
  }
})

test('the last letter is read strictly: its spare bits are no second way to write it', async () => {
  const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'
  const last = letters.indexOf(good.at(-1) ?? '')
  expect(await check(good.slice(0, -1) + letters[last ^ 1])).toEqual({ doubt: 'unreadable' })
})

test.each(['https://foyer.fabrikam.com', 'http://foyer.contoso.com'])(
  'what names %s is not from here, whoever signed it',
  async (iss) => {
    const elsewhere = { doubt: 'other-origin', issuer: iss }
    expect(await check(await foreign.sign({ ...statement, iss }))).toEqual(elsewhere)
    expect(await check(await ours.sign({ ...statement, iss }))).toEqual(elsewhere)
  },
)

test('of an address that nobody has signed no more than its origin is shown', async () => {
  const iss = 'https://foyer.fabrikam.com/ is good. Call +1 555'
  const verdict = await check(await foreign.sign({ ...statement, iss }))
  expect(verdict).toEqual({ doubt: 'other-origin', issuer: 'https://foyer.fabrikam.com' })
  expect(await check(await foreign.sign({ ...statement, iss: 'not one' }))).toEqual({
    doubt: 'unknown-key',
  })
})

test('where a key was withdrawn, what it has signed counts no more', async () => {
  const verdict = await checkReceipt(await old.sign(statement), [ours.publicKey], origin)
  expect(verdict).toEqual({ doubt: 'unknown-key' })
})

const doubts: readonly Doubt[] = [
  'too-long',
  'unreadable',
  'other-kind',
  'other-algorithm',
  'other-origin',
  'unknown-key',
  'altered',
  'browser-cannot',
]

test.each(doubts)('why it does not count is told in whole sentences: %s', (doubt) => {
  const i18n = setupI18n({ locale: 'en', messages: { en: {} } })
  const { sentence, next } = explainDoubt(doubt, 'https://foyer.fabrikam.com')
  const text = `${i18n._(sentence)} ${i18n._(next)}`
  expect(text).toMatch(/^\p{Lu}[^{}!]*\.$/u)
  expect(text).not.toMatch(/please|sorry|error|invalid|JWS|JSON/i)
})
