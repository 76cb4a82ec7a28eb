import { createPrivateKey, createPublicKey, type KeyObject } from 'node:crypto'
import type { PublicKey } from '@foyer/contracts/signing-keys'
import { calculateJwkThumbprint, CompactSign, compactVerify, errors } from 'jose'

/** With what Foyer signs what others shall be able to check without it. */
export interface SigningKeys {
  /** The key that signs comes first; those before it stay as long as their signatures count. */
  readonly publicKeys: readonly PublicKey[]
  /**
   * Signs a statement (JWS compact, RFC 7515, 7.1).
   *
   * @param type what kind of statement it is, so that one is never taken for another (RFC 8725, 3.11).
   */
  sign(type: string, statement: object): Promise<string>
  /** What was signed; undefined where it is of another kind, or not signed by any of the keys. */
  read(type: string, token: string): Promise<unknown>
}

/** Names the algorithm and the curve at once (RFC 9864). */
const algorithm = 'Ed25519'

/**
 * Reads keys from PEM: a private key, which signs, and after it any number of keys, public or
 * private, that signed before it.
 *
 * @throws {TypeError} for what is no such text.
 */
export async function readSigningKeys(pem: string): Promise<SigningKeys> {
  const blocks = pem.match(/-----BEGIN ([A-Z ]+)-----[^-]+-----END \1-----/g) ?? []
  const [first = '', ...others] = blocks
  const own = createPrivateKey(first)
  const known = new Map<string, { readonly key: KeyObject; readonly publicKey: PublicKey }>()
  for (const key of [createPublicKey(own), ...others.map((block) => createPublicKey(block))]) {
    const publicKey = await describe(key)
    known.set(publicKey.kid, { key, publicKey })
  }
  const publicKeys = [...known.values()].map(({ publicKey }) => publicKey)
  const kid = publicKeys[0]?.kid ?? ''
  return {
    publicKeys,
    async sign(typ, statement) {
      return new CompactSign(new TextEncoder().encode(JSON.stringify(statement)))
        .setProtectedHeader({ alg: algorithm, typ, kid })
        .sign(own)
    },
    async read(type, token) {
      const find = ({ kid: named = '' }: { kid?: string }) => {
        const one = known.get(named)
        if (!one) throw new errors.JWKSNoMatchingKey()
        return one.key
      }
      try {
        const { payload, protectedHeader } = await compactVerify(token, find, {
          algorithms: [algorithm],
        })
        if (protectedHeader.typ !== type) return undefined
        return JSON.parse(new TextDecoder().decode(payload)) as unknown
      } catch (error) {
        if (error instanceof errors.JOSEError || error instanceof SyntaxError) return undefined
        throw error
      }
    },
  }
}

async function describe(key: KeyObject): Promise<PublicKey> {
  const { kty, crv, x } = key.export({ format: 'jwk' })
  if (kty !== 'OKP' || crv !== 'Ed25519' || !x) throw new TypeError('this is no Ed25519 key')
  return {
    kty,
    crv,
    x,
    kid: await calculateJwkThumbprint({ kty, crv, x }),
    alg: algorithm,
    use: 'sig',
  }
}
