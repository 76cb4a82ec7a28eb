import { createPublicKey } from 'node:crypto'
import { Type } from 'typebox'
import { Check } from 'typebox/value'

const leastBits = 2048
const mostKeys = 1_000

const KeySet = Type.Object({ keys: Type.Array(Type.Unknown(), { maxItems: mostKeys }) })
const SigningKey = Type.Object({
  kty: Type.Literal('RSA'),
  use: Type.Literal('sig'),
  kid: Type.String({ minLength: 1, maxLength: 128 }),
  n: Type.String(),
  e: Type.String(),
  issuer: Type.String(),
})

/**
 * The keys of a key set (RFC 7517) that may sign for an issuer, as PEM by their id. Keys of another
 * kind, purpose, size or issuer are left out: Entra publishes the keys of personal accounts, which
 * have an issuer of their own, in the same sets.
 *
 * @throws {TypeError} when the set is none, names a key id twice, or has no usable key.
 */
export function readKeySet(
  body: unknown,
  organizationId: string,
  issuer: string,
): ReadonlyMap<string, string> {
  if (!Check(KeySet, body)) throw new TypeError('not a key set')
  const ids = new Set<unknown>()
  const keys = new Map<string, string>()
  for (const entry of body.keys) {
    const id = (entry as { kid?: unknown } | null)?.kid
    if (ids.has(id)) throw new TypeError('a key id is there twice')
    ids.add(id)
    if (!Check(SigningKey, entry)) continue
    if (entry.issuer.replace('{tenantid}', organizationId) !== issuer) continue
    const pem = readPublicKey(entry.n, entry.e)
    if (pem) keys.set(entry.kid, pem)
  }
  if (keys.size === 0) throw new TypeError('no usable key')
  return keys
}

function readPublicKey(n: string, e: string): string | undefined {
  try {
    const key = createPublicKey({ key: { kty: 'RSA', n, e }, format: 'jwk' })
    const bits = key.asymmetricKeyDetails?.modulusLength ?? 0
    return bits >= leastBits ? key.export({ type: 'spki', format: 'pem' }) : undefined
  } catch {
    return undefined
  }
}
