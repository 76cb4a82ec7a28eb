import type { OrganizationId, PersonId } from '@foyer/contracts/ids'
import { expect, test } from 'vitest'
import { isTokenOf } from './delegated-token.ts'

const organizationId = '0f1d2c3b-0000-4000-8000-00000000000a' as OrganizationId
const personId = '0f1d2c3b-0000-4000-8000-00000000000b' as PersonId
const clientId = '0f1d2c3b-0000-4000-8000-00000000000c'
const now = new Date('2026-11-25T09:00:00Z')
const claims = {
  aud: 'https://graph.microsoft.com',
  tid: organizationId,
  oid: personId,
  appid: clientId,
  scp: 'User.Invite.All User-Mail.ReadWrite.All profile',
  exp: now.getTime() / 1000 + 3600,
}

function tokenWith(changes: object): string {
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')
  return `${part({ alg: 'RS256' })}.${part({ ...claims, ...changes })}.signature`
}

function isAdas(token: string): boolean {
  return isTokenOf(
    { organizationId, personId, token },
    { clientId, scopes: ['User.Invite.All'], graph: 'https://graph.microsoft.com', now },
  )
}

test('Ada’s own token for Graph is hers', () => {
  expect(isAdas(tokenWith({}))).toBe(true)
  expect(isAdas(tokenWith({ aud: '00000003-0000-0000-c000-000000000000' }))).toBe(true)
  expect(isAdas(tokenWith({ oid: personId.toUpperCase() }))).toBe(true)
})

test.each([
  ['of somebody else', { oid: organizationId }],
  ['of another organization', { tid: personId }],
  ['by another app', { appid: personId }],
  ['for another resource', { aud: 'https://management.azure.com' }],
  ['for Foyer', { aud: clientId }],
  ['without the scope', { scp: 'User.Invite.All.Not profile' }],
  ['of an app', { scp: undefined, roles: ['User.Invite.All'] }],
  ['that has ended', { exp: now.getTime() / 1000 }],
  ['that ends by a word', { exp: 'never' }],
  ['as long as a book', { name: 'a'.repeat(9000) }],
])('a token %s is not', (_, changes) => {
  expect(isAdas(tokenWith(changes))).toBe(false)
})

test.each(['', 'a.b', 'a.b.c', 'a.bnVsbA.c', 'a.e30.c', 'Bearer a.e30.c', 'a.e30.c\r\nx: y'])(
  '“%s” is no token',
  (token) => {
    expect(isAdas(token)).toBe(false)
  },
)
