import type { OrganizationId, PersonId } from '@foyer/contracts/ids'
import { Type } from 'typebox'
import { Check } from 'typebox/value'

/** A person who acts by their own right, and the token with which Graph lets them. */
export interface Operator {
  readonly organizationId: OrganizationId
  readonly personId: PersonId
  /** Used for one act; it is kept and logged nowhere. */
  readonly token: string
}

/** What the token of an operator has to say. */
export interface TokenWish {
  /** The organization's own registration for this. */
  readonly clientId: string
  readonly scopes: readonly string[]
  /** The origin of Graph. */
  readonly graph: string
  readonly now: Date
}

const Claims = Type.Object({
  aud: Type.String(),
  tid: Type.String(),
  oid: Type.String(),
  appid: Type.String(),
  scp: Type.String(),
  exp: Type.Number(),
})

const graphClientId = '00000003-0000-0000-c000-000000000000'
const largestToken = 8 * 1024

/**
 * Whether a token is one for Graph, of this very person, by the organization's registration for
 * operators. The signature is Graph's to prove, with each call: what is read here is only whether a
 * token that is genuine would be the right one, so nothing is done with that of anybody else.
 */
export function isTokenOf(
  { organizationId, personId, token }: Operator,
  { clientId, scopes, graph, now }: TokenWish,
): boolean {
  const claims = claimsOf(token)
  if (!claims) return false
  const audiences = ['https://graph.microsoft.com', graph, graphClientId]
  const held = claims.scp.split(' ')
  return (
    audiences.includes(claims.aud.replace(/\/$/, '')) &&
    claims.tid.toLowerCase() === organizationId &&
    claims.oid.toLowerCase() === personId &&
    claims.appid.toLowerCase() === clientId.toLowerCase() &&
    scopes.every((scope) => held.includes(scope)) &&
    claims.exp * 1000 > now.getTime()
  )
}

function claimsOf(token: string) {
  if (token.length > largestToken) return undefined
  const [, payload = ''] = /^[\w-]+\.([\w-]+)\.[\w-]+$/.exec(token) ?? []
  try {
    const claims: unknown = JSON.parse(Buffer.from(payload, 'base64url').toString())
    return Check(Claims, claims) ? claims : undefined
  } catch {
    // What cannot be read is nobody's.
    return undefined
  }
}
