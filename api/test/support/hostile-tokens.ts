import {
  createHmac,
  createPublicKey,
  createSign,
  generateKeyPairSync,
  type KeyObject,
  sign,
  constants,
} from 'node:crypto'
import { encode, type Members, signInput, signToken } from './token.ts'

/** A bad input of one row of the checklist of token validation. */
export interface HostileToken {
  readonly row: string
  readonly name: string
  readonly token: string
}

export interface GoodToken {
  readonly header: Members
  readonly claims: Members
  readonly key: KeyObject
}

/** A value that takes a member away. */
const missing = Symbol('missing')

function change(members: Members, changes: Readonly<Record<string, unknown>>): Members {
  return Object.fromEntries(
    Object.entries({ ...members, ...changes }).filter(([, value]) => value !== missing),
  )
}

/** The rows of the checklist that a token itself can break, each with its bad inputs. */
export function hostileTokens({ header, claims, key }: GoodToken): readonly HostileToken[] {
  const found: HostileToken[] = []
  const add = (row: string, name: string, token: string) => found.push({ row, name, token })
  const withHeader = (row: string, changes: Record<string, unknown>) =>
    add(row, `header ${describe(changes)}`, signToken(change(header, changes), claims, key))
  const withClaims = (row: string, changes: Record<string, unknown>) =>
    add(row, `claims ${describe(changes)}`, signToken(header, change(claims, changes), key))
  const good = signToken(header, claims, key)
  const [h = '', c = '', s = ''] = good.split('.')
  const seconds = Number(claims['iat'])
  const tid = String(claims['tid'])

  for (const token of [
    `${h}.${c}`,
    `${good}.${s}`,
    `${h}.${c}.${s}.${s}.${s}`,
    `.${c}.${s}`,
    `${h}..${s}`,
    `${h}.${c}.`,
    '...',
    '.',
    'x',
  ]) {
    add(
      'TV-02',
      `segments ${token
        .split('.')
        .map((part) => part.length)
        .join(',')}`,
      token,
    )
  }
  for (const [name, text] of [
    ['an array', '[]'],
    ['a string', '"x"'],
    ['null', 'null'],
    ['a number', '1'],
    ['nothing', ' '],
    ['half an object', '{'],
    ['a byte order mark', `\uFEFF${JSON.stringify(claims)}`],
    ['a second value', `${JSON.stringify(claims)}{}`],
    ['a member named twice', `${JSON.stringify(claims).slice(0, -1)},"oid":"${tid}"}`],
    [
      'a member named twice, once escaped',
      `${JSON.stringify(claims).slice(0, -1)},"\\u006fid":"${tid}"}`,
    ],
    ['a nested member named twice', `${JSON.stringify(claims).slice(0, -1)},"x":[{"a":1,"a":2}]}`],
  ] as const) {
    add('TV-02', `claims as ${name}`, signToken(header, text, key))
  }
  const headerText = JSON.stringify(header)
  add('TV-02', 'header as an array', signToken(`[${headerText}]`, claims, key))
  add(
    'TV-02',
    'alg named twice',
    signToken(`${headerText.slice(0, -1)},"alg":"RS256"}`, claims, key),
  )
  const invalidUtf8 = Buffer.from(JSON.stringify({ ...claims, name: '\u00ff' }), 'latin1')
  add('TV-02', 'invalid UTF-8', signInput(`${h}.${invalidUtf8.toString('base64url')}`, key))
  for (const [name, spoil] of [
    ['padding', (part: string) => `${part}=`],
    ['double padding', (part: string) => `${part}==`],
    ['a plus', (part: string) => `+${part.slice(1)}`],
    ['a slash', (part: string) => `/${part.slice(1)}`],
    ['a trailing space', (part: string) => `${part}%20`],
    ['one sign more', (part: string) => `${part}A`],
    ['a dot inside', (part: string) => `${part.slice(0, 4)}.${part.slice(4)}`],
  ] as const) {
    for (const place of [0, 1, 2]) {
      const parts = [h, c, s].map((part, each) => (each === place ? spoil(part) : part))
      add('TV-02', `${name} in segment ${place}`, parts.join('.'))
      const input = parts.slice(0, 2).join('.')
      if (place < 2) add('TV-02', `${name} in segment ${place}, signed`, signInput(input, key))
    }
  }

  const publicPem = publicPemOf(key)
  for (const alg of [
    'none',
    'None',
    'nOnE',
    'RS384',
    'RS512',
    'PS256',
    'ES256',
    'EdDSA',
    'HS256',
    ['RS256'],
    'RS256 ',
    'rs256',
    '',
    null,
    256,
    missing,
  ]) {
    withHeader('TV-03', { alg })
  }
  add('TV-03', 'none, unsigned', `${encode(change(header, { alg: 'none' }))}.${c}.`)
  for (const [name, secret] of [
    ['its PEM', publicPem],
    ['its PEM after a blank', ` ${publicPem}`],
    ['its JWK', JSON.stringify(createPublicKey(key).export({ format: 'jwk' }))],
    ['nothing', ''],
  ] as const) {
    const input = `${encode(change(header, { alg: 'HS256' }))}.${c}`
    add(
      'TV-03',
      `HS256 with ${name}`,
      `${input}.${createHmac('sha256', secret).update(input).digest('base64url')}`,
    )
  }
  for (const [alg, hash] of [
    ['RS384', 'sha384'],
    ['RS512', 'sha512'],
  ] as const) {
    const input = `${encode(change(header, { alg }))}.${c}`
    add(
      'TV-03',
      `${alg} well signed`,
      `${input}.${createSign(hash).update(input).sign(key).toString('base64url')}`,
    )
  }
  const padding = { key, padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: 32 }
  for (const alg of ['PS256', 'RS256']) {
    const input = `${encode(change(header, { alg }))}.${c}`
    add(
      'TV-03',
      `${alg} signed with PSS`,
      `${input}.${sign('sha256', Buffer.from(input), padding).toString('base64url')}`,
    )
  }

  const attacker = generateKeyPairSync('rsa', { modulusLength: 2048 })
  const attackerJwk = {
    ...attacker.publicKey.export({ format: 'jwk' }),
    kid: header['kid'],
    use: 'sig',
  }
  for (const changes of [
    { crit: [] },
    { crit: ['exp'] },
    { crit: ['b64'], b64: false },
    { b64: false },
    { b64: true },
    { zip: 'DEF' },
    { enc: 'A256GCM' },
    { cty: 'JWT' },
    { jwk: attackerJwk },
    { jku: 'https://attacker.test/keys' },
    { x5u: 'https://attacker.test/c' },
    { x5c: ['AA=='] },
    { typ: 'at+jwt' },
    { typ: 'JWE' },
    { typ: null },
  ]) {
    withHeader('TV-04', changes)
    const forged = signToken(change(header, changes), claims, attacker.privateKey)
    add('TV-04', `${describe(changes)} by an attacker's key`, forged)
  }

  for (const kid of [
    '../../etc/passwd',
    "' OR 1=1 --",
    '__proto__',
    'constructor',
    'toString',
    7,
    null,
    '',
    'x'.repeat(129),
    'x'.repeat(9_000),
    missing,
    [header['kid']],
    `${String(header['kid'])}\n`,
    `${String(header['kid'])}.`,
  ]) {
    withHeader('TV-05', { kid })
  }
  for (const value of [
    'common',
    'contoso.com',
    '9188040d-6c67-4c5b-b112-36a304b66dad',
    '00000000-0000-0000-0000-000000000000',
    '',
    null,
    1,
    [tid],
    { tid },
    `${tid} `,
    missing,
  ]) {
    withClaims('TV-06', { tid: value })
    if (typeof value === 'string') {
      withClaims('TV-11', { tid: value, iss: String(claims['iss']).replace(tid, value) })
    }
  }

  add('TV-08', 'a foreign key', signToken(header, claims, attacker.privateKey))
  for (const [name, signature] of [
    ['zeros', Buffer.alloc(256)],
    ['one byte', Buffer.alloc(1, 1)],
    ['ones', Buffer.alloc(256, 255)],
    ['a byte too few', Buffer.from(s, 'base64url').subarray(1)],
    ['a byte too many', Buffer.concat([Buffer.alloc(1), Buffer.from(s, 'base64url')])],
    ['twice', Buffer.concat([Buffer.from(s, 'base64url'), Buffer.from(s, 'base64url')])],
  ] as const) {
    add('TV-08', `signature of ${name}`, `${h}.${c}.${signature.toString('base64url')}`)
  }
  const other = signToken(header, { ...claims, oid: tid }, key).split('.')
  add('TV-08', 'the signature of another token', `${h}.${c}.${other[2] ?? ''}`)
  add('TV-08', 'the claims of another token', `${h}.${other[1] ?? ''}.${s}`)

  for (const ver of ['1.0', 2, '2', ' 2.0', ['2.0'], null, missing]) withClaims('TV-09', { ver })
  withClaims('TV-09', {
    ver: '1.0',
    iss: `https://sts.windows.net/${tid}/`,
    appid: claims['azp'],
    azp: missing,
  })

  const iss = String(claims['iss'])
  for (const value of [
    [iss],
    `${iss}/`,
    iss.toUpperCase(),
    `https://sts.windows.net/${tid}/`,
    iss.replace(tid, '{tenantid}'),
    `${iss}.evil.test`,
    `https://evil.test/?${iss}`,
    iss.replace('https', 'http'),
    '',
    null,
    missing,
    { iss },
  ]) {
    withClaims('TV-10', { iss: value })
  }
  const aud = String(claims['aud'])
  for (const value of [
    `api://${aud}`,
    [aud],
    [aud, 'x'],
    claims['azp'],
    '00000003-0000-0000-c000-000000000000',
    aud.toUpperCase() + ' ',
    '',
    null,
    missing,
  ]) {
    withClaims('TV-12', { aud: value })
  }
  for (const azp of [missing, '00000000-0000-0000-0000-000000000000', aud, [claims['azp']], null]) {
    withClaims('TV-13', { azp })
  }
  withClaims('TV-13', { azp: missing, appid: claims['azp'] })
  for (const azpacr of ['1', '2', 0, missing, null, ['0']]) withClaims('TV-13', { azpacr })

  const scope = String(claims['scp'])
  for (const scp of [
    missing,
    '',
    null,
    [scope],
    `${scope}X`,
    `X${scope}`,
    scope.toUpperCase(),
    `${scope},other`,
    { scope },
  ]) {
    withClaims('TV-14', { scp })
  }
  for (const idtyp of ['app', 'device', null, ['user'], '']) withClaims('TV-14', { idtyp })
  withClaims('TV-15', { scp: missing, roles: ['Operator'], idtyp: 'app' })
  withClaims('TV-15', { scp: missing, roles: [scope] })
  withClaims('TV-16', { scp: missing, nonce: 'n', azp: missing, aud: claims['azp'] })
  withClaims('TV-16', { nonce: 'n' })
  for (const oid of [
    missing,
    7,
    '__proto__',
    'constructor',
    '',
    null,
    [claims['oid']],
    `${String(claims['oid'])}/x`,
  ]) {
    withClaims('TV-17', { oid })
  }
  for (const sub of [missing, '', null, 1]) withClaims('TV-17', { sub })

  for (const name of ['exp', 'nbf', 'iat']) {
    const value = Number(claims[name])
    for (const bad of [
      missing,
      null,
      String(value),
      -1,
      0,
      value + 0.5,
      value * 1000,
      [value],
      true,
      '',
    ]) {
      withClaims('TV-18', { [name]: bad })
    }
    const huge = JSON.stringify({ ...claims, [name]: 0 }).replace(`"${name}":0`, `"${name}":1e400`)
    add('TV-18', `${name} of 1e400`, signToken(header, huge, key))
  }
  withClaims('TV-19', { exp: seconds - 60, iat: seconds - 4000, nbf: seconds - 4000 })
  withClaims('TV-19', { exp: seconds - 61, iat: seconds - 4000, nbf: seconds - 4000 })
  withClaims('TV-19', { nbf: seconds + 61 })
  withClaims('TV-19', { iat: seconds + 61 })
  withClaims('TV-19', { exp: seconds + 25 * 3600 + 1 })
  withClaims('TV-19', { exp: seconds - 10, iat: seconds })
  withClaims('TV-20', { exp: seconds - 60_000, iat: seconds - 70_000, nbf: seconds - 70_000 })
  return found
}

/** Inputs of the same rows that are no attack, and must pass. */
export function harmlessTokens({ header, claims, key }: GoodToken): readonly HostileToken[] {
  const seconds = Number(claims['iat'])
  const tid = String(claims['tid'])
  const proto = `${JSON.stringify(claims).slice(0, -1)},"__proto__":{"roles":["Operator"]}}`
  const variants: readonly (readonly [string, Record<string, unknown>])[] = [
    ['TV-11', { tid: tid.toUpperCase() }],
    ['TV-14', { scp: `openid ${String(claims['scp'])} profile` }],
    ['TV-14', { idtyp: 'user' }],
    ['TV-15', { roles: ['Operator'] }],
    ['TV-19', { exp: seconds - 59, iat: seconds - 4000, nbf: seconds - 4000 }],
    ['TV-19', { nbf: seconds + 60, iat: seconds + 60 }],
    ['TV-19', { exp: seconds + 25 * 3600 }],
    ['TV-21', { acct: 1 }],
    ['TV-21', { acct: '0' }],
    ['TV-22', { auth_time: 'yesterday', acrs: 'c1' }],
    [
      'TV-23',
      {
        _claim_names: { groups: 'src1' },
        _claim_sources: { src1: { endpoint: 'https://attacker.test' } },
      },
    ],
    ['TV-24', { email: 'victim@contoso.com', upn: 'victim@contoso.com', wids: ['62e90394'] }],
  ]
  return [
    { row: 'TV-08', name: 'the good token', token: signToken(header, claims, key) },
    {
      row: 'TV-03',
      name: 'without typ',
      token: signToken(change(header, { typ: missing }), claims, key),
    },
    { row: 'TV-26', name: 'a claim __proto__', token: signToken(header, proto, key) },
    ...variants.map(([row, changes]) => ({
      row,
      name: describe(changes),
      token: signToken(header, change(claims, changes), key),
    })),
  ]
}

/** Spellings of a good token that differ from it in one place. */
export function mutationsOf({ header, claims, key }: GoodToken): readonly HostileToken[] {
  const good = signToken(header, claims, key)
  const found: HostileToken[] = []
  for (let place = 0; place < good.length; place += 1) {
    const sign = good[place] ?? ''
    const next = sign === '.' ? '-' : String.fromCharCode(sign.charCodeAt(0) ^ 1)
    found.push({
      row: 'flip',
      name: `sign ${place}`,
      token: good.slice(0, place) + next + good.slice(place + 1),
    })
    if (place % 7 === 0) {
      found.push({ row: 'cut', name: `after ${place}`, token: good.slice(0, place) })
      found.push({
        row: 'drop',
        name: `sign ${place}`,
        token: good.slice(0, place) + good.slice(place + 1),
      })
      found.push({
        row: 'double',
        name: `sign ${place}`,
        token: good.slice(0, place) + sign + good.slice(place),
      })
    }
  }
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'
  const segments = good.split('.')
  for (const [place, segment] of segments.entries()) {
    for (const sign of alphabet) {
      const parts = segments.with(place, segment.slice(0, -1) + sign)
      if (parts.join('.') !== good) {
        found.push({
          row: 'last sign',
          name: `${sign} in segment ${place}`,
          token: parts.join('.'),
        })
      }
    }
  }
  return found
}

function publicPemOf(key: KeyObject): string {
  return createPublicKey(key).export({ type: 'spki', format: 'pem' })
}

function describe(changes: Readonly<Record<string, unknown>>): string {
  return Object.entries(changes)
    .map(([name, value]) => `${name}=${value === missing ? 'missing' : JSON.stringify(value)}`)
    .join(' ')
    .slice(0, 120)
}
