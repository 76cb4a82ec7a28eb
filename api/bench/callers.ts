import { generateKeyPairSync, sign } from 'node:crypto'
import { guestIdOf } from '../test/support/full-store.ts'
import { organizations } from './organizations.ts'
import type { ServerSetting } from './server-process.ts'

const authority = 'https://login.bench.test'
const audience = '22222222-2222-4222-8222-222222222222'
const client = '11111111-1111-4111-8111-111111111111'
const keyId = 'bench-1'

/** People who call at the same time, each with a token of their own. */
const callerCount = 1_000

export interface Callers {
  readonly tokens: ServerSetting['tokens']
  readonly bearers: readonly string[]
}

/** Who the first of them is. */
export function callerOf({ bearers }: Callers): { readonly tid: string; readonly oid: string } {
  const [, claims = ''] = bearers[0]?.split('.') ?? []
  return JSON.parse(Buffer.from(claims, 'base64url').toString()) as { tid: string; oid: string }
}

/** Guests of all organizations, spread over the whole store. */
export function makeCallers(): Callers {
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
  const iat = Math.floor(Date.now() / 1000)
  const bearers = Array.from({ length: callerCount }, (_, place) => {
    const { organizationId, slug, guests } = organizations[place % organizations.length] ?? never()
    const oid = guestIdOf(slug, (place * 7_919) % guests)
    const claims = {
      aud: audience,
      iss: `${authority}/${organizationId}/v2.0`,
      iat,
      nbf: iat,
      exp: iat + 4_000,
      // As long as those that Entra issues.
      aio: 'A'.repeat(88),
      azp: client,
      azpacr: '0',
      idp: `https://sts.windows.net/${client}/`,
      name: `Guest ${place}`,
      oid,
      preferred_username: `guest${place}@partner.example`,
      rh: '0.'.padEnd(88, 'B'),
      scp: 'access_as_user',
      sub: oid.padEnd(43, 'C'),
      tid: organizationId,
      uti: 'D'.repeat(22),
      ver: '2.0',
    }
    const input = [{ typ: 'JWT', alg: 'RS256', kid: keyId }, claims].map(encode).join('.')
    return `${input}.${sign('sha256', Buffer.from(input), privateKey).toString('base64url')}`
  })
  return {
    tokens: {
      authority,
      audience,
      client,
      keyId,
      publicKey: publicKey.export({ type: 'spki', format: 'pem' }),
      jwk: publicKey.export({ format: 'jwk' }),
    },
    bearers,
  }
}

function encode(part: object): string {
  return Buffer.from(JSON.stringify(part)).toString('base64url')
}

function never(): never {
  throw new TypeError('there is no organization')
}
