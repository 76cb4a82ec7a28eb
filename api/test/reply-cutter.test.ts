import { everyOperation } from '@foyer/contracts/every-operation'
import { Me, Memberships } from '@foyer/contracts/me'
import { Type } from 'typebox'
import { Clean } from 'typebox/value'
import { expect, test } from 'vitest'
import { createReplyCutter } from '../src/http/reply-cutter.ts'

const graces = {
  organization: {
    organizationId: 'c0000000-0000-4000-8000-00000000000c',
    slug: 'contoso',
    name: 'Contoso',
    tenantSecret: 'never',
  },
  personId: '9ace0000-0000-4000-8000-000000000009',
  kind: 'guest',
  name: 'Grace Adeyemi',
  signsInWith: 'work-account',
  sponsors: [{ kind: 'person', name: 'Tom Miller', phone: 'never' }],
  passwordHash: 'never',
}
const inTender = {
  groupId: '10000000-0000-4000-8000-000000000001',
  name: 'Tender 2026',
  kind: 'team',
  how: 'assigned',
  role: 'member',
  through: [],
  canLeave: true,
  ownerIds: ['never'],
}

test.each([
  ['who Grace is', Me, graces],
  [
    "Grace's groups",
    Memberships,
    { visibility: 'names', count: 1, memberships: [inTender], all: 1 },
  ],
  ['the number of them', Memberships, { visibility: 'count', count: 3, memberships: [inTender] }],
  ['a list of anything', Type.Array(Type.Record(Type.String(), Type.Integer())), [{ a: 1 }]],
] as const)('%s is told as the contract names it, and nothing more', (_, schema, reply) => {
  const before = structuredClone(reply)
  const told = createReplyCutter(schema)(reply)
  expect(told).not.toContain('never')
  expect(JSON.parse(told)).toEqual(Clean(schema, structuredClone(reply)))
  expect(reply).toEqual(before)
})

test('what is not in a prototype is not told either', () => {
  const cut = createReplyCutter(
    Type.Object({ constructor: Type.Optional(Type.Any()) }, { additionalProperties: false }),
  )
  expect(cut({})).toBe('{}')
})

test.each([
  ['lacks a name', { ...graces, name: undefined }],
  ['is no object', 'Grace'],
  ['has a list in place of an object', { ...graces, organization: [] }],
  ['has an object in place of a text', { ...graces, name: { first: 'Grace', secret: 'x' } }],
  ['has a sponsor of no kind', { ...graces, sponsors: [{ name: 'Tom Miller' }] }],
])('a reply that %s is a failure of ours', (_, reply) => {
  expect(() => createReplyCutter(Me)(reply)).toThrow(/not what the contract says/)
})

test('every reply of the contracts can be cut', () => {
  const replies = everyOperation.flatMap(({ success }) =>
    'reply' in success ? [success.reply] : [],
  )
  expect(replies.map(createReplyCutter)).toHaveLength(replies.length)
  expect(replies).not.toHaveLength(0)
})
