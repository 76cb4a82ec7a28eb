import { createHash, createPublicKey, generateKeyPair, type KeyObject, sign } from 'node:crypto'
import { promisify } from 'node:util'

/** A key with a self-signed certificate about it, as an app registration takes it. */
export interface Certificate {
  /** X.509 as DER in base64: what a key set calls `x5c`. */
  readonly der: string
  /** The certificate alone, as PEM. */
  readonly pem: string
  /** SHA-256 over the DER, base64url: the header `x5t#S256` of an assertion. */
  readonly thumbprint: string
  /** SHA-1 over the DER, base64url: the older header `x5t`, and the `kid` of a signing key. */
  readonly thumbprintSha1: string
}

export async function generateRsaKey(): Promise<KeyObject> {
  const { privateKey } = await promisify(generateKeyPair)('rsa', { modulusLength: 2048 })
  return privateKey
}

/** The private key itself, as PKCS #8. */
export function pemOf(key: KeyObject): string {
  return key.export({ type: 'pkcs8', format: 'pem' })
}

/** X.509 v3 (RFC 5280, DER by X.690), valid from 2020 to 2049, so that no clock outlives it. */
export function certify(privateKey: KeyObject, commonName: string): Certificate {
  const algorithm = sequence(oid('1.2.840.113549.1.1.11'), Buffer.from([0x05, 0x00]))
  const name = sequence(
    element(0x31, sequence(oid('2.5.4.3'), element(0x0c, Buffer.from(commonName, 'utf8')))),
  )
  const serial = createHash('sha256').update(commonName).digest().subarray(0, 16)
  serial.writeUInt8((serial.readUInt8(0) & 0x3f) | 0x40, 0)
  const body = sequence(
    element(0xa0, element(0x02, Buffer.from([2]))),
    element(0x02, serial),
    algorithm,
    name,
    sequence(utcTime('200101000000Z'), utcTime('491231235959Z')),
    name,
    createPublicKey(privateKey).export({ type: 'spki', format: 'der' }),
  )
  const signature = sign('sha256', body, privateKey)
  const der = sequence(body, algorithm, element(0x03, Buffer.concat([Buffer.from([0]), signature])))
  const base64 = der.toString('base64')
  const lines = base64.match(/.{1,64}/g) ?? []
  return {
    der: base64,
    pem: `-----BEGIN CERTIFICATE-----\n${lines.join('\n')}\n-----END CERTIFICATE-----\n`,
    thumbprint: createHash('sha256').update(der).digest('base64url'),
    thumbprintSha1: createHash('sha1').update(der).digest('base64url'),
  }
}

function element(tag: number, content: Buffer): Buffer {
  return Buffer.concat([Buffer.from([tag]), lengthOf(content), content])
}

function sequence(...parts: Buffer[]): Buffer {
  return element(0x30, Buffer.concat(parts))
}

function utcTime(text: string): Buffer {
  return element(0x17, Buffer.from(text, 'ascii'))
}

function lengthOf({ length }: Buffer): Buffer {
  if (length < 0x80) return Buffer.from([length])
  const bytes: number[] = []
  for (let rest = length; rest > 0; rest = Math.floor(rest / 256)) bytes.unshift(rest % 256)
  return Buffer.from([0x80 | bytes.length, ...bytes])
}

function oid(dotted: string): Buffer {
  const [first = 0, second = 0, ...rest] = dotted.split('.').map(Number)
  const bytes = [first * 40 + second]
  for (const arc of rest) {
    const digits = [arc % 128]
    for (let left = Math.floor(arc / 128); left > 0; left = Math.floor(left / 128)) {
      digits.unshift((left % 128) | 0x80)
    }
    bytes.push(...digits)
  }
  return element(0x06, Buffer.from(bytes))
}
