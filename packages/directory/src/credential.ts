import { createPrivateKey, X509Certificate } from 'node:crypto'

/** How an identity of Foyer proves itself to an organization's directory. */
export interface Credential {
  readonly clientId: string
  /** PKCS8 private key and X.509 certificate, both in PEM. */
  readonly pem: string
}

/**
 * The parts that Entra's certificate credentials are made of.
 *
 * @throws {TypeError} when a part is missing, cannot be read, or the two do not belong together.
 */
export function readCertificate(pem: string): { privateKey: string; thumbprintSha256: string } {
  const privateKey = block(pem, 'PRIVATE KEY')
  const certificate = new X509Certificate(block(pem, 'CERTIFICATE'))
  if (!certificate.checkPrivateKey(createPrivateKey(privateKey))) {
    throw new TypeError('the private key is not that of the certificate')
  }
  return { privateKey, thumbprintSha256: certificate.fingerprint256.replaceAll(':', '') }
}

function block(pem: string, label: 'PRIVATE KEY' | 'CERTIFICATE'): string {
  const found = new RegExp(`-----BEGIN ${label}-----[^-]+-----END ${label}-----`).exec(pem)
  if (!found) throw new TypeError(`there is no ${label} in the PEM`)
  return found[0]
}
