import { createPublicKey, X509Certificate } from 'node:crypto'
import { decodeJwt, decodeProtectedHeader, errors, jwtVerify } from 'jose'
import type { Saved } from '../state/saved.ts'
import type { Application } from '../world/application.ts'
import { SignInError } from './sign-in-error.ts'

/** RFC 7523 with the header that Microsoft asks for (certificate-credentials.md). */
export const assertionType = 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer'
const toleranceSeconds = 300

export interface ClientAssertions extends Saved {
  /** @throws {SignInError} unless the assertion proves that this app asks here and now. */
  require(
    assertion: string,
    application: Application,
    audiences: string[],
    now: Date,
  ): Promise<void>
  clear(): void
}

export function createClientAssertions(): ClientAssertions {
  let seen = new Map<string, number>()
  return {
    async require(assertion, application, audiences, now) {
      const key = findKey(assertion, application)
      const { jti, exp = 0 } = await verify(assertion, application, key, audiences, now)
      for (const [id, end] of seen) if (end < now.getTime() / 1000) seen.delete(id)
      const use = `${application.clientId} ${jti}`
      if (!jti || seen.has(use)) {
        throw new SignInError(700027, [jti ? 'The jti was used before.' : 'The jti is missing.'])
      }
      seen.set(use, exp + toleranceSeconds)
    },
    clear: () => seen.clear(),
    save: () => seen,
    load(saved) {
      seen = saved as typeof seen
    },
  }
}

function findKey(assertion: string, application: Application) {
  const { 'x5t#S256': sha256, x5t: sha1 } = decodeHeader(assertion)
  const certificate = application.certificates.find(({ thumbprint, pem }) => {
    if (typeof sha256 === 'string') return thumbprint === sha256
    return typeof sha1 === 'string' && thumbprintSha1(pem) === sha1
  })
  if (!certificate) throw new SignInError(700027, ['The key was not found.'])
  return createPublicKey(certificate.pem)
}

async function verify(
  assertion: string,
  { clientId }: Application,
  key: ReturnType<typeof createPublicKey>,
  audience: string[],
  currentDate: Date,
) {
  try {
    const { payload } = await jwtVerify(assertion, key, {
      algorithms: ['RS256', 'PS256'],
      issuer: clientId,
      subject: clientId,
      audience,
      currentDate,
      clockTolerance: toleranceSeconds,
      requiredClaims: ['exp'],
    })
    return payload
  } catch (error) {
    if (error instanceof errors.JWTExpired) throw new SignInError(700024)
    if (error instanceof errors.JWTClaimValidationFailed) {
      if (error.claim === 'aud') throw new SignInError(700023)
      if (error.claim === 'iss' || error.claim === 'sub') throw new SignInError(700021)
      throw new SignInError(700024)
    }
    throw new SignInError(50013)
  }
}

/** The client that an assertion speaks for, where the request does not name it. */
export function clientIdOf(assertion: string): string | undefined {
  try {
    return decodeJwt(assertion).sub
  } catch {
    throw new SignInError(50013)
  }
}

function decodeHeader(assertion: string): Record<string, unknown> {
  try {
    return { ...decodeProtectedHeader(assertion) }
  } catch {
    throw new SignInError(50013)
  }
}

/** The older header of clients that do not send SHA-256. */
function thumbprintSha1(pem: string): string {
  const hex = new X509Certificate(pem).fingerprint.replaceAll(':', '')
  return Buffer.from(hex, 'hex').toString('base64url')
}
