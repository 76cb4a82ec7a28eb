import { expect, test } from 'vitest'
import { answerDueAt, objectableUntil, reminderDue, removedAfterGrace } from './exit-request.ts'

const askedAt = new Date('2026-11-26T12:00:00Z')
const inTwoWeeks = '2026-12-10T12:00:00.000Z'

test.each([
  ['used yesterday', true, '2026-11-25T12:00:00Z', inTwoWeeks],
  ['used a second less than 30 days ago', true, '2026-10-27T12:00:01Z', inTwoWeeks],
  ['used exactly 30 days ago', true, '2026-10-27T12:00:00Z', undefined],
  ['used long ago', true, '2025-01-01T00:00:00Z', undefined],
  ['used nobody knows when', true, undefined, inTwoWeeks],
  ['of nobody knows what invitation', undefined, undefined, inTwoWeeks],
  ['that nobody has redeemed', false, undefined, undefined],
])('a request about an account %s waits as it should', (_, isRedeemed, lastSignIn, until) => {
  const lastSignInAt = lastSignIn === undefined ? undefined : new Date(lastSignIn)
  expect(objectableUntil({ isRedeemed, lastSignInAt }, askedAt)?.toISOString()).toBe(until)
})

test('the answer is due, and the account removed, whole days later', () => {
  expect(answerDueAt(askedAt, 30).toISOString()).toBe('2026-12-26T12:00:00.000Z')
  expect(removedAfterGrace(askedAt, 7).toISOString()).toBe('2026-12-03T12:00:00.000Z')
})

test.each([
  ['eight days before', '2026-12-18T12:00:00Z', undefined],
  ['a second before the seventh day', '2026-12-19T11:59:59Z', undefined],
  ['seven days before', '2026-12-19T12:00:00Z', 'again-7'],
  ['two days before', '2026-12-24T12:00:00Z', 'again-7'],
  ['on the last day', '2026-12-25T12:00:00Z', 'again-1'],
  ['a second before', '2026-12-26T11:59:59Z', 'again-1'],
  ['when it is due', '2026-12-26T12:00:00Z', 'overdue'],
  ['long after', '2027-02-01T00:00:00Z', 'overdue'],
] as const)('%s, people hear what is true then', (_, now, told) => {
  expect(reminderDue(answerDueAt(askedAt, 30), new Date(now))).toBe(told)
})
