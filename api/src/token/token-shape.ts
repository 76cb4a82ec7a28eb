import { TokenRefusal } from './token-refusal.ts'
import { parseUnambiguousJson } from './unambiguous-json.ts'

/** A token taken apart. Nothing of it is proved yet. */
export interface UnprovedToken {
  readonly keyId: string
  readonly claims: Readonly<Record<string, unknown>>
}

/**
 * Header members that would choose a key or change what is verified (RFC 7515, 4.1; RFC 7797;
 * RFC 7516). Entra sends none of them; a token that does is an attack.
 */
const forbiddenMembers = ['crit', 'b64', 'zip', 'enc', 'cty', 'jwk', 'jku', 'x5u', 'x5c']

/**
 * Takes a signed token apart, refusing every spelling but the canonical one: what has several
 * spellings slips through lists of revoked tokens.
 *
 * @throws {TokenRefusal}
 */
export function requireTokenShape(token: string): UnprovedToken {
  const segments = token.split('.')
  const [header, claims, signature] = segments
  // Five segments are an encrypted token (RFC 7516).
  if (segments.length !== 3 || !header || !claims || !signature) throw new TokenRefusal('segments')
  decode(signature)
  return { keyId: requireHeader(parseObject(header)), claims: parseObject(claims) }
}

function requireHeader(header: Readonly<Record<string, unknown>>): string {
  if (header['alg'] !== 'RS256') throw new TokenRefusal('algorithm')
  if (forbiddenMembers.some((name) => Object.hasOwn(header, name))) {
    throw new TokenRefusal('header-member')
  }
  if (Object.hasOwn(header, 'typ') && header['typ'] !== 'JWT') throw new TokenRefusal('type')
  const keyId = header['kid']
  if (typeof keyId !== 'string' || !/^[\w-]{1,128}$/.test(keyId)) throw new TokenRefusal('key-id')
  return keyId
}

function parseObject(segment: string): Readonly<Record<string, unknown>> {
  const bytes = decode(segment)
  let value: unknown
  try {
    // A byte order mark stays in, so that JSON refuses it.
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
    value = parseUnambiguousJson(text)
  } catch {
    throw new TokenRefusal('json')
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new TokenRefusal('json')
  }
  return value as Readonly<Record<string, unknown>>
}

/** Node ignores what it does not know in base64url, so the canonical spelling is compared. */
function decode(segment: string): Buffer {
  const bytes = Buffer.from(segment, 'base64url')
  if (bytes.toString('base64url') !== segment) throw new TokenRefusal('encoding')
  return bytes
}
