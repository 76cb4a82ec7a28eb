import { expect, test } from 'vitest'
import { deletable, identityNames, identityOf, mayWrite } from './identity.ts'
import { personUrl } from './person-url.ts'
import { guid, memberReference } from './reference-url.ts'
import type { GroupId, PersonId } from '@foyer/contracts/ids'

const groupId = '0f1d2c3b-0000-4000-8000-00000000000a' as GroupId
const personId = '0f1d2c3b-0000-4000-8000-00000000000b' as PersonId
const ofMember = `/v1.0${memberReference(groupId, personId)}`
const ofPerson = `/v1.0${personUrl(personId)}`

test('only the grouper deletes a membership, and only the keeper a person', () => {
  expect(identityNames.filter((name) => deletable[name].test(ofMember))).toEqual(['grouper'])
  expect(identityNames.filter((name) => deletable[name].test(ofPerson))).toEqual(['keeper'])
  expect(identityOf.removePerson).toBe('keeper')
  expect(identityOf.removeMember).toBe('grouper')
})

test.each([
  ['the member instead of the membership', ofMember.replace('/$ref', '')],
  ['a sponsor of a person', `${ofPerson}/sponsors/${personId}`],
  ['all people', '/v1.0/users/'],
  ['a person for ever', `/v1.0/directory/deletedItems/${personId}`],
  ['a person by name', '/v1.0/users/grace@adatum.com'],
  ['a person in the beta', ofPerson.replace('v1.0', 'beta')],
  ['a person behind another segment', `${ofPerson}/../${personId}`],
  ['a group', `/v1.0/groups/${groupId}`],
  ['an owner', `/v1.0/groups/${groupId}/owners/${personId}/$ref`],
])('no identity deletes %s', (_, path) => {
  expect(identityNames.filter((name) => deletable[name].test(path))).toEqual([])
})

test.each([
  ['POST', '/v1.0/users'],
  ['POST', `/v1.0/groups/${groupId}/members/$ref`],
  ['POST', '/v1.0/subscriptions/'],
  ['PATCH', ofPerson],
  ['PATCH', '/v1.0/subscriptions'],
  ['PATCH', `/v1.0/subscriptions/../users/${personId}`],
  ['PUT', `/v1.0/subscriptions/${personId}`],
])('no identity sends %s %s', (method, path) => {
  expect(mayWrite(method, path)).toBe(false)
})

test.each([
  '',
  '.',
  '..',
  'grace@adatum.com',
  `${personId}/`,
  `${personId}?$select=id`,
  `a${personId}`,
])('%j becomes no part of an address', (id) => {
  expect(() => guid(id)).toThrow(TypeError)
  expect(() => personUrl(id as PersonId)).toThrow(TypeError)
})
