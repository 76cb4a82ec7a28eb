// One PEM file for each identity: the private key (PKCS8) and its certificate. The key never
// leaves this machine; the tenant gets the certificate alone.
import { execFileSync } from 'node:child_process'
import { createPrivateKey, X509Certificate } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'

const validDays = 365
const keyBits = 3072

/** @returns the certificate in a PEM file, which is made where it is missing. */
export function ensureCertificate(file, name) {
  if (!existsSync(file)) writeFileSync(file, createPem(name), { mode: 0o600, flag: 'wx' })
  const pem = readFileSync(file, 'utf8')
  const certificate = new X509Certificate(pem)
  if (!certificate.checkPrivateKey(createPrivateKey(pem))) {
    throw new Error(`${file} holds a key and a certificate that do not belong together.`)
  }
  return certificate
}

function createPem(name) {
  const key = ['-newkey', `rsa:${keyBits}`, '-nodes', '-keyout', '-']
  const certificate = ['-x509', '-sha256', '-days', String(validDays), '-subj', `/CN=${name}`]
  return execFileSync('openssl', ['req', ...certificate, ...key, '-out', '-'], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
  })
}

/**
 * Lets a registration sign in with a certificate, beside those it has.
 *
 * @param isOnlyOne takes the others away: the last step of a rotation.
 */
export async function registerCertificate(graph, application, certificate, isOnlyOne) {
  const present = application.keyCredentials ?? []
  const fingerprint = certificate.fingerprint256.replaceAll(':', '')
  const known = present.find(({ displayName }) => displayName === fingerprint)
  const wanted = known ?? {
    type: 'AsymmetricX509Cert',
    usage: 'Verify',
    displayName: fingerprint,
    key: certificate.raw.toString('base64'),
  }
  const others = isOnlyOne ? [] : present.filter((credential) => credential !== known)
  if (known && others.length === present.length - 1) return
  const keyCredentials = [...others, wanted]
  await graph.write('PATCH', `/v1.0/applications/${application.id}`, { keyCredentials })
}
