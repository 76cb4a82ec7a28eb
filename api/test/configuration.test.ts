import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { readConfiguration } from '../src/configuration/configuration.ts'
import { contoso, fabrikam, foyerFile, registrations } from './support/portal.ts'

type Json = Record<string, unknown>

let folder: string
let pem: string

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'foyer-configuration-'))
  const file = (name: string) => join(folder, name)
  execFileSync(
    'openssl',
    'req -x509 -newkey rsa:2048 -nodes -days 1 -subj /CN=reader'
      .split(' ')
      .concat('-keyout', file('key.pem'), '-out', file('certificate.pem')),
    { stdio: 'ignore' },
  )
  pem = readFileSync(file('key.pem'), 'utf8') + readFileSync(file('certificate.pem'), 'utf8')
  writeFileSync(file('reader.pem'), pem)
  writeFileSync(file('no-key.pem'), readFileSync(file('certificate.pem')))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const reader = { clientId: registrations.web, certificate: { file: 'reader.pem' } }

async function read(file: unknown, environment: Record<string, string> = {}) {
  const path = join(folder, 'foyer.json')
  writeFileSync(path, typeof file === 'string' ? file : JSON.stringify(file))
  return readConfiguration({
    FOYER_CONFIG: path,
    PUBLIC_ORIGIN: 'https://portal.example',
    ...environment,
  })
}

function file(signIn: Json = {}, organization: Json = {}, rest: Json = {}) {
  const usual = foyerFile('https://login.portal.test')
  return {
    ...usual,
    signIn: { ...usual.signIn, ...signIn },
    organizations: [{ ...contoso, ...organization }],
    ...rest,
  }
}

test('a good configuration is read once and frozen', async () => {
  const configuration = await read(file({}, { identities: { reader } }))
  expect(configuration.organizations[0]?.identities.reader).toEqual({
    clientId: registrations.web,
    pem,
  })
  expect(configuration.signIn.scopeName).toBe('access_as_user')
  expect(configuration).toMatchObject({ port: 4280, host: 'localhost', trustedProxies: [] })
  expect(configuration).toMatchObject({
    resourceManager: 'https://management.azure.com',
    signIn: { leavePage: 'https://myaccount.microsoft.com' },
    organizations: [
      { guestsMayLeave: undefined, guestAccess: undefined, listsOtherOrganizations: false },
    ],
  })
  expect(configuration.challengeKey).toHaveLength(32)
  for (const part of [configuration, configuration.signIn, configuration.organizations[0]]) {
    expect(Object.isFrozen(part)).toBe(true)
  }
})

test('the store is embedded unless a URL is set, and in production only where that is accepted', async () => {
  const folder = join(process.cwd(), '.data', 'store')
  expect((await read(file())).store).toEqual({ databaseUrl: undefined, folder })
  const accepted = {
    NODE_ENV: 'production',
    EMBEDDED_STORE: 'accepted',
    STORE_FOLDER: '/srv/store',
    SIGNING_KEY_FILE: '/run/secrets/signing-key.pem',
  }
  expect((await read(file(), accepted)).store).toEqual({
    databaseUrl: undefined,
    folder: '/srv/store',
  })
  const databaseUrl = 'postgres://foyer@db/foyer'
  const served = { ...accepted, EMBEDDED_STORE: '', DATABASE_URL: databaseUrl }
  expect((await read(file(), served)).store.databaseUrl).toBe(databaseUrl)
})

test('a certificate may come from the environment', async () => {
  const identities = { reader: { ...reader, certificate: { variable: 'READER_PEM' } } }
  const configuration = await read(file({}, { identities }), { READER_PEM: pem })
  expect(configuration.organizations[0]?.identities.reader?.pem).toBe(pem)
})

test.each([
  ['no JSON', '{', /is not JSON/],
  ['an unknown member', { ...file(), tenants: [] }, /tenants is not known here/],
  [
    'an unknown member deep inside',
    file({}, { identities: { reader: { ...reader, secret: 'x' } } }),
    /organizations\.0\.identities\.reader\.secret is not known here/,
  ],
  [
    'a resource manager over http',
    file({}, {}, { resourceManager: 'http://management.test' }),
    /resourceManager must be https unless/,
  ],
  [
    'a leave page over http',
    file({ leavePage: 'http://localhost:1' }),
    /signIn\.leavePage must be https/,
  ],
  [
    'a leave page with a path',
    file({ leavePage: 'https://a.test/x' }),
    /leavePage must be an origin/,
  ],
  [
    'a leave setting in words',
    file({}, { guestsMayLeave: 'yes' }),
    /organizations\.0\.guestsMayLeave must/,
  ],
  [
    'an unknown guest access',
    file({}, { guestAccess: 'none' }),
    /organizations\.0\.guestAccess must/,
  ],
  [
    'more than half of the quota',
    file({}, { budget: { share: 0.6 } }),
    /organizations\.0\.budget\.share must be <= 0\.5/,
  ],
  [
    'a budget of nothing',
    file({}, { budget: { share: 0 } }),
    /organizations\.0\.budget\.share must be >= 0\.01/,
  ],
  [
    'a size that is none',
    file({}, { budget: { size: 'huge' } }),
    /organizations\.0\.budget\.size must/,
  ],
  ['no organization', file({}, {}, { organizations: [] }), /organizations must/],
  ['an empty audience', file({ apiClientId: '' }), /signIn\.apiClientId must/],
  ['an empty client', file({ webClientId: '' }), /signIn\.webClientId must/],
  ['an empty scope', file({ scope: '' }), /signIn\.scope must/],
  ['one registration for web and API', file({ webClientId: registrations.api }), /must differ/],
  [
    'an authority over http',
    file({ authority: 'http://localhost:1' }),
    /signIn\.authority must be https/,
  ],
  [
    'an authority with a path',
    file({ authority: 'https://login.test/common' }),
    /signIn\.authority must be an origin/,
  ],
  [
    'endpoints over http',
    file({ endpoints: 'http://login.test' }),
    /signIn\.endpoints must be https unless/,
  ],
  [
    'endpoints that only look like loopback',
    file({ endpoints: 'http://localhost.evil.test' }),
    /signIn\.endpoints must be https unless/,
  ],
  ['Graph over http', file({}, {}, { graph: 'http://10.0.0.1' }), /graph must be https unless/],
  [
    'a tenant that is no GUID',
    file({}, { tenantId: 'contoso.com' }),
    /organizations\.0\.tenantId must/,
  ],
  [
    'the tenant of personal accounts',
    file({}, { tenantId: '9188040d-6c67-4c5b-b112-36a304b66dad' }),
    /personal accounts/,
  ],
  ['mail by carrier', file({}, {}, { mail: { transport: 'pigeon' } }), /mail/],
  [
    'a server without its port',
    file({}, {}, { mail: { transport: 'smtp', host: 'mail.test', signIn: 'oauth' } }),
    /mail/,
  ],
  [
    'a server elsewhere that asks nobody to sign in',
    file({}, {}, { mail: { transport: 'smtp', host: 'mail.test', port: 587, signIn: 'none' } }),
    /mail\.signIn is none, which is for a server on loopback/,
  ],
  [
    'a password that nobody set',
    file({}, {}, { mail: { transport: 'smtp', host: 'mail.test', port: 587, signIn: 'password' } }),
    /SMTP_USER and SMTP_PASSWORD are missing/,
  ],
  [
    'a sender without a way out',
    file({}, { mail: { from: 'guests@contoso.com' } }),
    /organizations\.0\.mail needs mail, which is missing/,
  ],
  [
    'a sender without its mailer',
    file({}, { mail: { from: 'guests@contoso.com' } }, { mail: { transport: 'graph' } }),
    /organizations\.0\.mail needs identities\.mailer/,
  ],
  ...[
    ['of another domain', 'guests@fabrikam.com', /from must be of a domain of the organization/],
    ['of a domain that only ends so', 'guests@evil-contoso.com', /from must be of a domain/],
    ['without a domain', 'guests', /from must be like/],
    ['with a second address', 'A <a@contoso.com>, B <b@contoso.com>', /from must be like/],
    ['with a header in it', 'A\r\nBcc: b <a@contoso.com>', /from must be like/],
    ['with a header after it', 'a@contoso.com\nBcc: b@contoso.com', /from must be like/],
    ['with quotes', '"a b"@contoso.com', /from must be like/],
  ].map(([name, from, sentence]): [string, Json, RegExp] => [
    `a sender ${String(name)}`,
    file({}, { mail: { from } }, { mail: { transport: 'graph' } }),
    sentence as RegExp,
  ]),
  ['a budget of nothing', file({}, { mail: { from: 'a@contoso.com', dailyBudget: 0 } }), /mail/],
  ['a slug with a slash', file({}, { slug: 'a/b' }), /organizations\.0\.slug must/],
  [
    'a tenant twice',
    file(
      {},
      {},
      { organizations: [contoso, { ...fabrikam, tenantId: contoso.tenantId.toUpperCase() }] },
    ),
    /organizations\.1: .* is that of another one/,
  ],
  [
    'a slug twice',
    file({}, {}, { organizations: [contoso, { ...fabrikam, slug: 'contoso' }] }),
    /organizations\.1: contoso is/,
  ],
  [
    'a domain twice',
    file({}, {}, { organizations: [contoso, { ...fabrikam, domains: ['contoso.com'] }] }),
    /organizations\.1: contoso\.com is/,
  ],
  [
    'a listed name that is the slug of another',
    file({}, {}, { organizations: [contoso, { ...fabrikam, listed: true, name: 'CONTOSO' }] }),
    /organizations\.1: contoso is/,
  ],
  [
    'a PEM that is not there',
    file({}, { identities: { reader: { ...reader, certificate: { file: 'none.pem' } } } }),
    /organizations\.0\.identities\.reader\.certificate cannot be read/,
  ],
  [
    'a PEM without its key',
    file({}, { identities: { reader: { ...reader, certificate: { file: 'no-key.pem' } } } }),
    /holds no PKCS8 private key/,
  ],
  [
    'a variable that is not set',
    file({}, { identities: { reader: { ...reader, certificate: { variable: 'NONE' } } } }),
    /certificate cannot be read/,
  ],
])('%s is refused with its place', async (_name, content, sentence) => {
  await expect(read(content)).rejects.toThrow(sentence)
})

test('mails leave one way, in each organization’s own name', async () => {
  const mailer = reader
  const from = 'Foyer at Contoso <guests@contoso.com>'
  const graph = file(
    {},
    { identities: { mailer }, mail: { from } },
    { mail: { transport: 'graph' } },
  )
  expect(await read(graph)).toMatchObject({
    mail: { transport: 'graph' },
    organizations: [
      {
        mail: {
          from: { name: 'Foyer at Contoso', address: 'guests@contoso.com' },
          replyTo: undefined,
          dailyBudget: 500,
          language: 'en',
        },
      },
    ],
  })
  const smtp = (signIn: string, host = 'smtp.office365.com', port = 587) =>
    file(
      {},
      { identities: { mailer }, mail: { from: 'guests@contoso.com', language: 'de' } },
      { mail: { transport: 'smtp', host, port, signIn } },
    )
  expect((await read(smtp('oauth'))).mail).toMatchObject({
    encryption: 'starttls',
    signIn: { kind: 'oauth' },
  })
  expect((await read(smtp('oauth', 'smtp.test', 465))).mail).toMatchObject({ encryption: 'tls' })
  expect((await read(smtp('none', '127.0.0.1', 2525))).mail).toMatchObject({ encryption: 'none' })
  const password = { SMTP_USER: 'foyer', SMTP_PASSWORD: 'secret' }
  expect((await read(smtp('password'), password)).mail).toMatchObject({
    encryption: 'starttls',
    signIn: { kind: 'password', user: 'foyer', password: 'secret' },
  })
  await expect(
    read(smtp('password'), { ...password, NODE_ENV: 'production', EMBEDDED_STORE: 'accepted' }),
  ).rejects.toThrow('mail.signIn is password, which is refused in production')
  expect((await read(file())).mail).toBeUndefined()
})

test.each([
  [{ PUBLIC_ORIGIN: '' }, /PUBLIC_ORIGIN must be an origin/],
  [{ PUBLIC_ORIGIN: 'http://portal.example' }, /PUBLIC_ORIGIN must be https/],
  [{ PUBLIC_ORIGIN: 'https://portal.example/' }, /PUBLIC_ORIGIN must be an origin/],
  [{ PORT: '-1' }, /PORT/],
  [{ PORT: '70000' }, /PORT/],
  [{ METRICS_PORT: '4280' }, /METRICS_PORT must be another port than PORT/],
  [{ METRICS_PORT: 'yes' }, /METRICS_PORT must be a number/],
  [{ OTEL_EXPORTER_OTLP_ENDPOINT: 'collector:4318' }, /OTEL_EXPORTER_OTLP_ENDPOINT must be a URL/],
  [{ LOG_LEVEL: 'loud' }, /LOG_LEVEL/],
  [{ CLOCK_URL: 'http://127.0.0.1:1/clock', NODE_ENV: 'production' }, /refused in production/],
  [{ CLOCK_URL: 'http://clock.example/' }, /CLOCK_URL must be https/],
  [{ DATABASE_URL: 'mysql://foyer:secret@db/foyer' }, /^DATABASE_URL must begin with postgres:..$/],
  [{ NODE_ENV: 'production' }, /DATABASE_URL is missing: in production/],
  [{ NODE_ENV: 'production', DATABASE_URL: 'postgres://db/foyer' }, /SIGNING_KEY_FILE is missing/],
  [{ EMBEDDED_STORE: 'yes' }, /EMBEDDED_STORE is either absent or "accepted"/],
  [{ CHALLENGE_KEY: 'secret' }, /CHALLENGE_KEY must be 32 random bytes/],
  [{ CHALLENGE_KEY: `${'A'.repeat(42)}=` }, /CHALLENGE_KEY must be/],
  [{ FOYER_CONFIG: '/nowhere/foyer.json' }, /nowhere\/foyer\.json cannot be read/],
])('%o is refused', async (environment, sentence) => {
  await expect(read(file(), environment as Record<string, string>)).rejects.toThrow(sentence)
})

test('what an organization declares, and what another cloud has, is taken over', async () => {
  const declared = {
    guestsMayLeave: false,
    guestAccess: 'limited',
    listsOtherOrganizations: true,
    budget: { size: 'large', share: 0.25 },
  }
  const key = Buffer.alloc(40, 1)
  const configuration = await read(
    file({ leavePage: 'https://myaccount.test' }, declared, {
      resourceManager: 'http://127.0.0.1:4281',
    }),
    { CHALLENGE_KEY: key.toString('base64url') },
  )
  expect(configuration.organizations[0]).toMatchObject(declared)
  expect(configuration).toMatchObject({
    resourceManager: 'http://127.0.0.1:4281',
    signIn: { leavePage: 'https://myaccount.test' },
  })
  expect(Buffer.from(configuration.challengeKey)).toEqual(key)
})

test('http is enough for an origin on loopback', async () => {
  const configuration = await read(file({ endpoints: 'http://127.0.0.1:4281' }), {
    PUBLIC_ORIGIN: 'http://localhost:4280',
    CLOCK_URL: 'http://127.0.0.1:4281/simulator/clock/stream',
    TRUSTED_PROXIES: '10.0.0.1, 10.1.0.0/16',
  })
  expect(configuration.trustedProxies).toEqual(['10.0.0.1', '10.1.0.0/16'])
})
