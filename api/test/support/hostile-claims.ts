import { change, describe, type GoodToken, type HostileToken, missing } from './hostile-token.ts'
import { signToken } from './token.ts'

/** TV-06 and TV-09 to TV-20: claims that are missing, of another kind, or of somebody else. */
export function hostileClaims({ header, claims, key }: GoodToken): readonly HostileToken[] {
  const found: HostileToken[] = []
  const add = (row: string, name: string, token: string) => found.push({ row, name, token })
  const withClaims = (row: string, changes: Record<string, unknown>) =>
    add(row, `claims ${describe(changes)}`, signToken(header, change(claims, changes), key))
  const seconds = Number(claims['iat'])
  const tid = String(claims['tid'])

  for (const value of [
    'common',
    'contoso.com',
    '9188040d-6c67-4c5b-b112-36a304b66dad',
    '00000000-0000-0000-0000-000000000000',
    '',
    null,
    1,
    [tid],
    { tid },
    `${tid} `,
    missing,
  ]) {
    withClaims('TV-06', { tid: value })
    if (typeof value === 'string') {
      withClaims('TV-11', { tid: value, iss: String(claims['iss']).replace(tid, value) })
    }
  }
  for (const ver of ['1.0', 2, '2', ' 2.0', ['2.0'], null, missing]) withClaims('TV-09', { ver })
  withClaims('TV-09', {
    ver: '1.0',
    iss: `https://sts.windows.net/${tid}/`,
    appid: claims['azp'],
    azp: missing,
  })

  const iss = String(claims['iss'])
  for (const value of [
    [iss],
    `${iss}/`,
    iss.toUpperCase(),
    `https://sts.windows.net/${tid}/`,
    iss.replace(tid, '{tenantid}'),
    `${iss}.evil.test`,
    `https://evil.test/?${iss}`,
    iss.replace('https', 'http'),
    '',
    null,
    missing,
    { iss },
  ]) {
    withClaims('TV-10', { iss: value })
  }
  const aud = String(claims['aud'])
  for (const value of [
    `api://${aud}`,
    [aud],
    [aud, 'x'],
    claims['azp'],
    '00000003-0000-0000-c000-000000000000',
    aud.toUpperCase() + ' ',
    '',
    null,
    missing,
  ]) {
    withClaims('TV-12', { aud: value })
  }
  for (const azp of [missing, '00000000-0000-0000-0000-000000000000', aud, [claims['azp']], null]) {
    withClaims('TV-13', { azp })
  }
  withClaims('TV-13', { azp: missing, appid: claims['azp'] })
  for (const azpacr of ['1', '2', 0, missing, null, ['0']]) withClaims('TV-13', { azpacr })

  const scope = String(claims['scp'])
  for (const scp of [
    missing,
    '',
    null,
    [scope],
    `${scope}X`,
    `X${scope}`,
    scope.toUpperCase(),
    `${scope},other`,
    { scope },
  ]) {
    withClaims('TV-14', { scp })
  }
  for (const idtyp of ['app', 'device', null, ['user'], '']) withClaims('TV-14', { idtyp })
  withClaims('TV-15', { scp: missing, roles: ['Operator'], idtyp: 'app' })
  withClaims('TV-15', { scp: missing, roles: [scope] })
  withClaims('TV-16', { scp: missing, nonce: 'n', azp: missing, aud: claims['azp'] })
  withClaims('TV-16', { nonce: 'n' })
  for (const oid of [
    missing,
    7,
    '__proto__',
    'constructor',
    '',
    null,
    [claims['oid']],
    `${String(claims['oid'])}/x`,
  ]) {
    withClaims('TV-17', { oid })
  }
  for (const sub of [missing, '', null, 1]) withClaims('TV-17', { sub })

  for (const name of ['exp', 'nbf', 'iat']) {
    const value = Number(claims[name])
    for (const bad of [
      missing,
      null,
      String(value),
      -1,
      0,
      value + 0.5,
      value * 1000,
      [value],
      true,
      '',
    ]) {
      withClaims('TV-18', { [name]: bad })
    }
    const huge = JSON.stringify({ ...claims, [name]: 0 }).replace(`"${name}":0`, `"${name}":1e400`)
    add('TV-18', `${name} of 1e400`, signToken(header, huge, key))
  }
  withClaims('TV-19', { exp: seconds - 60, iat: seconds - 4000, nbf: seconds - 4000 })
  withClaims('TV-19', { exp: seconds - 61, iat: seconds - 4000, nbf: seconds - 4000 })
  withClaims('TV-19', { nbf: seconds + 61 })
  withClaims('TV-19', { iat: seconds + 61 })
  withClaims('TV-19', { exp: seconds + 25 * 3600 + 1 })
  withClaims('TV-19', { exp: seconds - 10, iat: seconds })
  withClaims('TV-20', { exp: seconds - 60_000, iat: seconds - 70_000, nbf: seconds - 70_000 })
  return found
}
