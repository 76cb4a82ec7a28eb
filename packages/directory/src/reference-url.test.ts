import type { GroupId, PersonId } from '@foyer/contracts/ids'
import { expect, test } from 'vitest'
import { startDeadline } from './deadline.ts'
import { createGraphTransport } from './graph-transport.ts'
import { type IdentityName, identityNames, powersOf } from './identity.ts'
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
  `/users/${personId}/sponsors/${personId}`,
  `/directory/deletedItems/${personId}`,
])('DELETE %s never leaves the process, whichever identity asks', async (path) => {
  for (const name of identityNames) {
    await expect(send(name, path)).rejects.toThrow('this identity does not send that')
  }
})

test('DELETE of a person leaves the process only by the keeper', async () => {
  for (const name of identityNames.filter((each) => each !== 'keeper')) {
    await expect(send(name, `/users/${personId}`)).rejects.toThrow('does not send that')
  }
})

async function send(name: IdentityName, path: string) {
  const transport = createGraphTransport(
    'http://127.0.0.1:9',
    powersOf(name, undefined),
    async () => 'token',
  )
  return transport({ method: 'DELETE', path }, startDeadline(2_000))
}
