import { change, describe, type GoodToken, type HostileToken, missing } from './hostile-token.ts'
import { signToken } from './token.ts'

/** Inputs of the same rows that are no attack, and must pass. */
export function harmlessTokens({ header, claims, key }: GoodToken): readonly HostileToken[] {
  const seconds = Number(claims['iat'])
  const tid = String(claims['tid'])
  const proto = `${JSON.stringify(claims).slice(0, -1)},"__proto__":{"roles":["Operator"]}}`
  const variants: readonly (readonly [string, Record<string, unknown>])[] = [
    ['TV-11', { tid: tid.toUpperCase() }],
    ['TV-14', { scp: `openid ${String(claims['scp'])} profile` }],
    ['TV-14', { idtyp: 'user' }],
    ['TV-15', { roles: ['Operator'] }],
    ['TV-19', { exp: seconds - 59, iat: seconds - 4000, nbf: seconds - 4000 }],
    ['TV-19', { nbf: seconds + 60, iat: seconds + 60 }],
    ['TV-19', { exp: seconds + 25 * 3600 }],
    ['TV-21', { acct: 1 }],
    ['TV-21', { acct: '0' }],
    ['TV-22', { auth_time: 'yesterday', acrs: 'c1' }],
    [
      'TV-23',
      {
        _claim_names: { groups: 'src1' },
        _claim_sources: { src1: { endpoint: 'https://attacker.test' } },
      },
    ],
    ['TV-24', { email: 'victim@contoso.com', upn: 'victim@contoso.com', wids: ['62e90394'] }],
  ]
  return [
    { row: 'TV-08', name: 'the good token', token: signToken(header, claims, key) },
    {
      row: 'TV-03',
      name: 'without typ',
      token: signToken(change(header, { typ: missing }), claims, key),
    },
    { row: 'TV-26', name: 'a claim __proto__', token: signToken(header, proto, key) },
    ...variants.map(([row, changes]) => ({
      row,
      name: describe(changes),
      token: signToken(header, change(claims, changes), key),
    })),
  ]
}
