import type { GroupId, PersonId } from '@foyer/contracts/ids'
import { expect, test } from 'vitest'
import { startDeadline } from './deadline.ts'
import { createGraphTransport } from './graph-transport.ts'
import { memberReference } from './reference-url.ts'

const groupId = 'aaaaaaaa-0000-4000-8000-000000000001' as GroupId
const personId = 'bbbbbbbb-0000-4000-8000-000000000002' as PersonId

test('the link of a member to a group ends in $ref', () => {
  expect(memberReference(groupId, personId)).toBe(`/groups/${groupId}/members/${personId}/$ref`)
})

test.each(['', '..', `${personId}/`, `${personId}/$ref?`, `x/${personId}`, `${personId}%2f`])(
  '%o is no id that becomes part of an address',
  (id) => {
    expect(() => memberReference(groupId, id as PersonId)).toThrow(TypeError)
    expect(() => memberReference(id as GroupId, personId)).toThrow(TypeError)
  },
)

test.each([
  `/groups/${groupId}/members/${personId}`,
  `/groups/${groupId}/members/${personId}?x=/$ref`,
  `/users/${personId}`,
  `/directory/deletedItems/${personId}`,
])('DELETE %s never leaves the process', async (path) => {
  const transport = createGraphTransport('http://127.0.0.1:9', async () => 'token')
  await expect(transport({ method: 'DELETE', path }, startDeadline(2_000))).rejects.toThrow(
    'only references are deleted here',
  )
})
