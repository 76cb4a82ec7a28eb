import { createHash, type KeyObject } from 'node:crypto'

// Decides from the texts of RFC 7515, 7519, 8017 and 4648 and of the checklist of claims alone,
// slowly and without a line of the portal's code, whether a request may pass.

export interface Rules {
  readonly now: number
  readonly tenants: readonly { readonly tid: string; readonly iss: string }[]
  readonly aud: string
  readonly azp: string
  readonly scope: string
  /** By tenant id and key id. */
  readonly keys: Readonly<Record<string, Readonly<Record<string, KeyObject>>>>
}

type Json = string | number | boolean | null | Json[] | Map<string, Json>

export function slowlyAccepts(authorizations: readonly string[], rules: Rules): boolean {
  try {
    check(authorizations, rules)
    return true
  } catch (error) {
    if (error instanceof Refused) return false
    throw error
  }
}

class Refused extends Error {}

function must(holds: boolean): asserts holds {
  if (!holds) throw new Refused()
}

function check(authorizations: readonly string[], rules: Rules): void {
  must(authorizations.length === 1)
  const [value = ''] = authorizations
  must(value.startsWith('Bearer '))
  const segments = value.slice('Bearer '.length).split('.')
  must(segments.length === 3)
  const [headerPart = '', claimsPart = '', signaturePart = ''] = segments
  const header = parse(utf8(unbase64url(headerPart)))
  const claims = parse(utf8(unbase64url(claimsPart)))
  const signature = unbase64url(signaturePart)
  must(header instanceof Map && claims instanceof Map)

  must(header.get('alg') === 'RS256')
  must(!header.has('typ') || header.get('typ') === 'JWT')
  const forbidden = ['crit', 'b64', 'zip', 'enc', 'cty', 'jwk', 'jku', 'x5u', 'x5c']
  must(!forbidden.some((name) => header.has(name)))

  const tid = claims.get('tid')
  must(typeof tid === 'string')
  const tenant = rules.tenants.find((each) => each.tid.toLowerCase() === tid.toLowerCase())
  must(tenant !== undefined)
  const kid = header.get('kid')
  must(typeof kid === 'string')
  const keys = new Map(Object.entries(rules.keys[tenant.tid] ?? {}))
  const key = keys.get(kid)
  must(key !== undefined)
  must(isSignature(`${headerPart}.${claimsPart}`, signature, key))

  must(claims.get('ver') === '2.0')
  must(claims.get('iss') === tenant.iss)
  must(claims.get('aud') === rules.aud)
  must(claims.get('azp') === rules.azp)
  must(claims.get('azpacr') === '0')
  must(!claims.has('nonce'))
  must(!claims.has('idtyp') || claims.get('idtyp') === 'user')
  const scp = claims.get('scp')
  must(typeof scp === 'string' && ` ${scp} `.includes(` ${rules.scope} `))
  must(isGuid(claims.get('oid')))
  const sub = claims.get('sub')
  must(typeof sub === 'string' && sub.length > 0)

  const [exp, nbf, iat] = ['exp', 'nbf', 'iat'].map((name) => wholeSeconds(claims.get(name)))
  must(exp !== undefined && nbf !== undefined && iat !== undefined)
  must(rules.now - exp < 60)
  must(nbf - rules.now <= 60 && iat - rules.now <= 60)
  must(exp > iat && exp - iat <= 25 * 60 * 60)
}

function wholeSeconds(value: Json | undefined): number | undefined {
  return typeof value === 'number' && value % 1 === 0 && value >= 1 && value < 1e11
    ? value
    : undefined
}

function isGuid(value: Json | undefined): boolean {
  if (typeof value !== 'string' || value.length !== 36) return false
  return Array.from(value).every((sign, place) =>
    [8, 13, 18, 23].includes(place) ? sign === '-' : '0123456789abcdefABCDEF'.includes(sign),
  )
}

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'

/** RFC 4648, 5 without padding, and with 3.5: the bits that are left over are zero. */
function unbase64url(text: string): Uint8Array {
  must(text.length > 0 && text.length % 4 !== 1)
  const bytes: number[] = []
  let bits = 0
  let held = 0
  for (const sign of text) {
    const value = alphabet.indexOf(sign)
    must(value >= 0)
    held = (held << 6) | value
    bits += 6
    if (bits >= 8) {
      bits -= 8
      bytes.push((held >> bits) & 255)
      held &= (1 << bits) - 1
    }
  }
  must(held === 0)
  return Uint8Array.from(bytes)
}

function utf8(bytes: Uint8Array): string {
  const text = Buffer.from(bytes).toString('utf8')
  must(Buffer.from(text, 'utf8').equals(bytes))
  return text
}

/** RFC 8017, 8.2.2, by arithmetic: signature to the power of e must be the padded hash. */
function isSignature(input: string, signature: Uint8Array, key: KeyObject): boolean {
  const { n = '', e = '' } = key.export({ format: 'jwk' })
  const modulus = toBigInt(Buffer.from(n, 'base64url'))
  const length = Buffer.from(n, 'base64url').length
  if (signature.length !== length) return false
  const value = toBigInt(signature)
  if (value >= modulus) return false
  const algorithm = Buffer.from('3031300d060960864801650304020105000420', 'hex')
  const hash = Buffer.concat([algorithm, createHash('sha256').update(input).digest()])
  const padding = Buffer.alloc(length - hash.length - 3, 0xff)
  const expected = Buffer.concat([Buffer.from([0, 1]), padding, Buffer.from([0]), hash])
  return power(value, toBigInt(Buffer.from(e, 'base64url')), modulus) === toBigInt(expected)
}

function toBigInt(bytes: Uint8Array): bigint {
  return BigInt(`0x${Buffer.from(bytes).toString('hex')}`)
}

function power(base: bigint, exponent: bigint, modulus: bigint): bigint {
  let result = 1n
  let square = base
  for (let rest = exponent; rest > 0n; rest >>= 1n) {
    if (rest & 1n) result = (result * square) % modulus
    square = (square * square) % modulus
  }
  return result
}

/** RFC 8259 by recursive descent, where an object may not name a member twice. */
function parse(text: string): Json {
  let at = 0
  const peek = () => text[at]
  const skip = () => {
    while (at < text.length && ' \t\n\r'.includes(text[at] ?? '')) at += 1
  }
  const take = (sign: string) => {
    must(text.startsWith(sign, at))
    at += sign.length
  }

  function value(): Json {
    skip()
    const sign = peek()
    if (sign === '{') return object()
    if (sign === '[') return array()
    if (sign === '"') return string()
    for (const [word, meaning] of [
      ['true', true],
      ['false', false],
      ['null', null],
    ] as const) {
      if (text.startsWith(word, at)) {
        at += word.length
        return meaning
      }
    }
    const number = /^-?(0|[1-9][0-9]*)(\.[0-9]+)?([eE][+-]?[0-9]+)?/.exec(text.slice(at))?.[0]
    must(number !== undefined)
    at += number.length
    return Number(number)
  }

  function object(): Map<string, Json> {
    const members = new Map<string, Json>()
    take('{')
    skip()
    if (peek() === '}') {
      take('}')
      return members
    }
    for (;;) {
      skip()
      const name = string()
      must(!members.has(name))
      skip()
      take(':')
      members.set(name, value())
      skip()
      if (peek() === '}') break
      take(',')
    }
    take('}')
    return members
  }

  function array(): Json[] {
    const items: Json[] = []
    take('[')
    skip()
    if (peek() === ']') {
      take(']')
      return items
    }
    for (;;) {
      items.push(value())
      skip()
      if (peek() === ']') break
      take(',')
    }
    take(']')
    return items
  }

  function string(): string {
    const literal = /^"(?:[^"\\]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"/.exec(text.slice(at))?.[0]
    must(literal !== undefined && Array.from(literal).every((sign) => sign >= ' '))
    at += literal.length
    return literal
      .slice(1, -1)
      .replaceAll(/\\(u([0-9a-fA-F]{4})|.)/g, (_, escape: string, code: string | undefined) =>
        code === undefined
          ? ({ b: '\b', f: '\f', n: '\n', r: '\r', t: '\t' }[escape] ?? escape)
          : String.fromCharCode(Number.parseInt(code, 16)),
      )
  }

  const whole = value()
  skip()
  must(at === text.length)
  return whole
}
