import { generateKeyPairSync } from 'node:crypto'
import { readSigningKeys, type SigningKeys } from '../../src/signing/signing-keys.ts'

/** A key that nobody else has. */
export async function makeSigningKeys(): Promise<SigningKeys> {
  const { privateKey } = generateKeyPairSync('ed25519')
  return readSigningKeys(privateKey.export({ type: 'pkcs8', format: 'pem' }))
}
