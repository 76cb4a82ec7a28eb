import { createPrivateKey, createPublicKey, type KeyObject } from 'node:crypto'
import { exportJWK, type JWTPayload, SignJWT } from 'jose'
import type { Saved } from '../state/saved.ts'
import { certify, generateRsaKey, pemOf } from '../world/certificate.ts'

/** One entry of a key set as Entra publishes it: `issuer` says for whom the key signs. */
export type PublishedKey = Readonly<Record<string, unknown>> & { readonly kid: string }

/** The keys that sign tokens: the same ones for every tenant, as at Entra. */
export interface SigningKeys extends Saved {
  published(authority: string): readonly PublishedKey[]
  sign(claims: JWTPayload, header?: Readonly<Record<string, unknown>>): Promise<string>
  /** Finds the public key of a token that was signed here. */
  find(kid: string | undefined): KeyObject | undefined
  /** Signs with a new key from now on; the old one stays published unless it is withdrawn. */
  rotate(options?: { withdrawOld?: boolean }): Promise<void>
  /** Adds an entry as it is to every key set: for whoever tests what a client makes of it. */
  publish(entry: PublishedKey): void
}

interface SigningKey {
  readonly privateKey: KeyObject
  readonly publicKey: KeyObject
  readonly entry: PublishedKey
}

interface SavedKeys {
  readonly keys: readonly { readonly entry: PublishedKey; readonly pem: string }[]
  readonly foreign: PublishedKey[]
}

export async function createSigningKeys(): Promise<SigningKeys> {
  let current = await createKey()
  let keys = [current]
  let foreign: PublishedKey[] = []
  return {
    published: (authority) => [
      ...keys.map(({ entry }) => ({ ...entry, issuer: `${authority}/{tenantid}/v2.0` })),
      ...foreign,
    ],
    sign: (claims, header = {}) =>
      new SignJWT(claims)
        .setProtectedHeader({ typ: 'JWT', alg: 'RS256', kid: current.entry.kid, ...header })
        .sign(current.privateKey),
    find: (kid) => keys.find(({ entry }) => entry.kid === kid)?.publicKey,
    async rotate({ withdrawOld = false } = {}) {
      current = await createKey()
      keys = withdrawOld ? [current] : [current, ...keys]
    },
    publish: (entry) => void foreign.push(entry),
    save: (): SavedKeys => ({
      keys: keys.map(({ privateKey, entry }) => ({ entry, pem: pemOf(privateKey) })),
      foreign,
    }),
    load(saved) {
      const { keys: loaded, foreign: alien } = saved as SavedKeys
      const restored = loaded.map(({ entry, pem }) => {
        const privateKey = createPrivateKey(pem)
        return { privateKey, publicKey: createPublicKey(privateKey), entry }
      })
      const [newest] = restored
      if (!newest) throw new TypeError('There is always a key that signs.')
      current = newest
      keys = restored
      foreign = alien
    },
  }
}

async function createKey(): Promise<SigningKey> {
  const privateKey = await generateRsaKey()
  const certificate = certify(privateKey, 'accounts.accesscontrol.simulator.example')
  const { n = '', e = '' } = await exportJWK(createPublicKey(privateKey))
  const kid = certificate.thumbprintSha1
  return {
    privateKey,
    publicKey: createPublicKey(privateKey),
    entry: { kty: 'RSA', use: 'sig', kid, x5t: kid, n, e, x5c: [certificate.der] },
  }
}
