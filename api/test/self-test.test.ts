import type { OrganizationId } from '@foyer/contracts/ids'
import type { FastifyInstance } from 'fastify'
import { expect, test } from 'vitest'
import { proveTokenGuard } from '../src/token/self-test.ts'
import { guardByToken, type TokenGuardSetting } from '../src/token/token-guard.ts'
import type { Expectations } from '../src/token/validate-claims.ts'
import { contoso, registrations } from './support/portal.ts'

const expected: Expectations = {
  organizations: new Set([contoso.tenantId]),
  issuerOf: (organizationId) => `https://login.test/${organizationId}/v2.0`,
  audience: registrations.api,
  client: registrations.web,
  scope: 'access_as_user',
}

test('the guard passes its own test', async () => {
  await expect(proveTokenGuard(expected)).resolves.toBeUndefined()
})

test('a guard that lets everybody in stops the start', async () => {
  const open = async () => {}
  await expect(proveTokenGuard(expected, open)).rejects.toThrow('fails its test: no signature')
})

test('a guard that lets nobody in stops the start', async () => {
  const shut = async (scope: FastifyInstance, setting: TokenGuardSetting) =>
    guardByToken(scope, { ...setting, now: () => new Date(0) })
  await expect(proveTokenGuard(expected, shut)).rejects.toThrow('fails its test: a good token')
})

test.each([
  [{ audience: '' }],
  [{ client: '' }],
  [{ scope: '' }],
  [{ organizations: new Set<OrganizationId>() }],
  [{ issuerOf: () => '' }],
] satisfies [Partial<Expectations>][])('a guard without %o does not start', async (changes) => {
  await expect(proveTokenGuard({ ...expected, ...changes })).rejects.toThrow(TypeError)
})
