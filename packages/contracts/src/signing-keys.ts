import { type Static, Type } from 'typebox'
import { operation } from './operation.ts'

/** A key with which what Foyer has signed is checked (RFC 8037). */
export const PublicKey = Type.Object(
  {
    kty: Type.Literal('OKP'),
    crv: Type.Literal('Ed25519'),
    x: Type.String(),
    /** The thumbprint of the key (RFC 7638), which every signature names. */
    kid: Type.String(),
    alg: Type.Literal('Ed25519'),
    use: Type.Literal('sig'),
  },
  { additionalProperties: false },
)
export type PublicKey = Static<typeof PublicKey>

export const listSigningKeys = operation({
  id: 'listSigningKeys',
  method: 'GET',
  path: '/.well-known/jwks.json',
  caller: 'anyone',
  summary: 'The public keys of what Foyer has signed, as a JWK Set (RFC 7517)',
  success: {
    status: 200,
    reply: Type.Object({ keys: Type.Array(PublicKey) }, { additionalProperties: false }),
  },
  problems: [],
})
