import { expect, test } from 'vitest'
import { deletesNothing, forbiddenPowers, neededBy, nobody } from './harmless-question.ts'
import { identityOf } from './identity.ts'

const grace = '0f1d2c3b-0000-4000-8000-00000000000b'
const questions = [
  ...Object.values(neededBy).flatMap((needs) => needs.map(({ question }) => question)),
  ...forbiddenPowers.map(({ question }) => question),
]

test('whatever is asked to be deleted is nothing', () => {
  const deleted = questions.filter(({ method }) => method === 'DELETE')
  expect(deleted.length).toBeGreaterThan(8)
  for (const { path } of deleted) expect(`/v1.0${path}`).toMatch(deletesNothing)
})

test('the reader is asked by reading only', () => {
  for (const [operation, needs] of Object.entries(neededBy)) {
    if (identityOf[operation as keyof typeof identityOf] !== 'reader') continue
    expect(needs.map(({ question }) => question.method)).not.toContain('DELETE')
  }
})

test.each([
  ['Grace', `/v1.0/users/${grace}`],
  ['Grace out of no group', `/v1.0/groups/${nobody}/members/${grace}/$ref`],
  ['nobody out of a group of hers', `/v1.0/groups/${grace}/members/${nobody}/$ref`],
  ['Grace by name', '/v1.0/users/grace@adatum.com'],
  ['Grace behind another segment', `/v1.0/users/${nobody}/../${grace}`],
  ['everybody', '/v1.0/users'],
  ['something of the beta', `/beta/users/${nobody}`],
])('an inspection cannot delete %s', (_, path) => {
  expect(path).not.toMatch(deletesNothing)
})
