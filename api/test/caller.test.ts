import { expect, test } from 'vitest'
import type { OrganizationId } from '@foyer/contracts/ids'
import { validateClaims } from '../src/token/validate-claims.ts'

const contoso = 'c0000000-0000-4000-8000-00000000000c'
const adatum = 'AD000000-0000-4000-8000-0000000000AD'
const now = new Date('2026-11-23T18:00:00Z')
const seconds = now.getTime() / 1000
const expected = {
  organizations: new Set([contoso]),
  issuerOf: (organizationId: OrganizationId) => `https://login.test/${organizationId}/v2.0`,
  audience: 'api',
  client: 'web',
  scope: 'access_as_user',
}
const claims = {
  ver: '2.0',
  tid: contoso,
  iss: expected.issuerOf(contoso as OrganizationId),
  aud: 'api',
  azp: 'web',
  azpacr: '0',
  scp: 'access_as_user',
  oid: '00000000-0000-4000-8000-0000000000aa',
  sub: 'grace',
  iat: seconds,
  nbf: seconds,
  exp: seconds + 3600,
}

function callerWith(more: Readonly<Record<string, unknown>>) {
  const verdict = validateClaims({ ...claims, ...more }, expected, now)
  if (!verdict.isAccepted) throw new Error(verdict.reason)
  return verdict.caller
}

test.each([
  ['a number', seconds - 100, seconds - 100],
  ['missing', undefined, undefined],
  ['text', String(seconds), undefined],
  ['milliseconds', now.getTime(), undefined],
  ['a fraction', seconds + 0.5, undefined],
  ['zero', 0, undefined],
  ['negative', -seconds, undefined],
  ['a list', [seconds], undefined],
])('the time of the sign-in, %s', (_, claim, signedInAt) => {
  expect(callerWith({ auth_time: claim }).signedInAt).toBe(signedInAt)
})

test.each([
  [`https://sts.windows.net/${adatum}/`, adatum.toLowerCase()],
  [`https://sts.windows.net/${adatum}`, adatum.toLowerCase()],
  [`https://sts.windows.net/${adatum}/../${contoso}/`, undefined],
  [`https://sts.windows.net.evil.test/${adatum}/`, undefined],
  [`http://sts.windows.net/${adatum}/`, undefined],
  ['https://sts.windows.net/adatum.com/', undefined],
  ['live.com', undefined],
  ['google.com', undefined],
  ['mail', undefined],
  [undefined, undefined],
])('of idp %s the home tenant is %s', (idp, homeTenantId) => {
  expect(callerWith({ idp }).homeTenantId).toBe(homeTenantId)
})
