import { expect, test } from 'vitest'
import {
  lapsesAfter,
  mayAgreeToReset,
  mayCarryOutReset,
  opensAfter,
  type ResetFacts,
} from './reset.ts'

const now = new Date('2026-11-25T09:00:00Z')
const hours = (count: number) => new Date(now.getTime() + count * 60 * 60_000)
const facts = (changes: Partial<ResetFacts>): ResetFacts => ({
  state: 'asked',
  askedBy: 'ada',
  opensAt: null,
  lapsesAt: hours(24),
  ...changes,
})

test('three days, and then two weeks', () => {
  expect([opensAfter(now), lapsesAfter(now)]).toEqual([hours(72), hours(14 * 24)])
})

test.each([
  ['asked', 'jonas', 'not-proved'],
  ['asked', 'ada', 'needs-another'],
  ['proved', 'ada', 'needs-another'],
  ['proved', 'jonas', undefined],
  ['waiting', 'jonas', 'not-asked'],
  ['stopped', 'jonas', 'not-asked'],
  ['done', 'jonas', 'not-asked'],
  ['lapsed', 'jonas', 'not-asked'],
] as const)('one that is %s, and %s: %s', (state, personId, refusal) => {
  expect(mayAgreeToReset(facts({ state }), personId, now)).toBe(refusal)
})

test('nobody agrees to what has lapsed and was not tidied away yet', () => {
  expect(mayAgreeToReset(facts({ state: 'proved', lapsesAt: now }), 'jonas', now)).toBe('not-asked')
})

test.each([
  ['asked', null, 'not-agreed'],
  ['proved', null, 'not-agreed'],
  ['waiting', hours(0.001), 'too-early'],
  ['waiting', now, undefined],
  ['waiting', null, 'not-asked'],
  ['stopped', now, 'not-asked'],
  ['done', now, 'not-asked'],
] as const)('one that is %s from %s: %s', (state, opensAt, refusal) => {
  expect(mayCarryOutReset(facts({ state, opensAt }), now)).toBe(refusal)
})

test('what was not carried out in two weeks is not any more', () => {
  const late = facts({ state: 'waiting', opensAt: hours(-400), lapsesAt: now })
  expect(mayCarryOutReset(late, now)).toBe('not-asked')
})
