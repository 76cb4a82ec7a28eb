import { constants, randomUUID, sign } from 'node:crypto'
import { type Credential, readCertificate } from './credential.ts'

const lifeSeconds = 600

/**
 * Makes the statement by which an identity proves that it holds its certificate (RFC 7523;
 * Microsoft identity platform, "Application authentication certificate credentials"). MSAL makes
 * the same, but always by the system's clock: token times are a matter of ours.
 *
 * @throws {TypeError} for a credential that cannot be read.
 */
export function createClientAssertions(
  { clientId, pem }: Credential,
  tokenEndpoint: string,
  now: () => Date,
): () => Promise<string> {
  const { privateKey, thumbprintSha256 } = readCertificate(pem)
  const header = {
    typ: 'JWT',
    alg: 'PS256',
    'x5t#S256': Buffer.from(thumbprintSha256, 'hex').toString('base64url'),
  }
  return async () => {
    const nbf = Math.floor(now().getTime() / 1000)
    const claims = {
      aud: tokenEndpoint,
      iss: clientId,
      sub: clientId,
      jti: randomUUID(),
      nbf,
      exp: nbf + lifeSeconds,
    }
    const input = [header, claims]
      .map((part) => Buffer.from(JSON.stringify(part)).toString('base64url'))
      .join('.')
    return `${input}.${signPss(input, privateKey)}`
  }
}

/** PS256 (RFC 7518, 3.5): RSASSA-PSS with SHA-256 and a salt as long as the hash. */
function signPss(input: string, key: string): string {
  const padding = constants.RSA_PKCS1_PSS_PADDING
  return sign('sha256', Buffer.from(input), { key, padding, saltLength: 32 }).toString('base64url')
}
