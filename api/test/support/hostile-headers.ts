import {
  constants,
  createHmac,
  createPublicKey,
  createSign,
  generateKeyPairSync,
  sign,
} from 'node:crypto'
import { change, describe, type GoodToken, type HostileToken, missing } from './hostile-token.ts'
import { encode, signToken } from './token.ts'

/** TV-03 to TV-05 and TV-08: what a header or a signature can try. */
export function hostileHeaders({ header, claims, key }: GoodToken): readonly HostileToken[] {
  const found: HostileToken[] = []
  const add = (row: string, name: string, token: string) => found.push({ row, name, token })
  const withHeader = (row: string, changes: Record<string, unknown>) =>
    add(row, `header ${describe(changes)}`, signToken(change(header, changes), claims, key))
  const [h = '', c = '', s = ''] = signToken(header, claims, key).split('.')

  const publicPem = createPublicKey(key).export({ type: 'spki', format: 'pem' })
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
  const other = signToken(header, { ...claims, oid: claims['tid'] }, key).split('.')
  add('TV-08', 'the signature of another token', `${h}.${c}.${other[2] ?? ''}`)
  add('TV-08', 'the claims of another token', `${h}.${other[1] ?? ''}.${s}`)
  return found
}
