import { expect, test } from 'vitest'
import { delayedUntil, freshness } from './freshness.ts'

const challengedAt = 1_000_000
const skew = 60

test.each([
  ['the second of the challenge', challengedAt, challengedAt + 10, 'fresh'],
  ['300 s later', challengedAt + 5, challengedAt + 305, 'fresh'],
  ['301 s later', challengedAt + 5, challengedAt + 306, 'too-old'],
  ['before the challenge', challengedAt - 1, challengedAt + 10, 'too-old'],
  ['a little ahead of our clock', challengedAt + 60, challengedAt, 'fresh'],
  ['in the future', challengedAt + 61, challengedAt, 'too-old'],
  ['no time at all', undefined, challengedAt + 10, 'unknown'],
])('a sign-in at %s', (_, signedInAt, now, verdict) => {
  const issuedAt = challengedAt - 1
  expect(freshness({ signedInAt, issuedAt, challengedAt }, now, skew)).toBe(verdict)
})

test('a token that was got after the challenge and tells an older sign-in tells nothing', () => {
  const evidence = { signedInAt: challengedAt - 1, challengedAt }
  const judge = (issuedAt: number) => freshness({ ...evidence, issuedAt }, challengedAt + 10, skew)
  expect(judge(challengedAt - 1)).toBe('too-old')
  expect(judge(challengedAt)).toBe('unknown')
})

test('without a challenge nothing is fresh', () => {
  const evidence = { signedInAt: challengedAt, issuedAt: challengedAt, challengedAt: undefined }
  expect(freshness(evidence, challengedAt, skew)).toBe('too-old')
})

test('where no token tells a time, nobody is sent to sign in for it', () => {
  const evidence = { signedInAt: undefined, issuedAt: challengedAt, challengedAt: undefined }
  expect(freshness(evidence, challengedAt, skew)).toBe('unknown')
})

test('what a code confirms waits for a day', () => {
  expect(delayedUntil(new Date('2026-11-26T12:00:00Z')).toISOString()).toBe(
    '2026-11-27T12:00:00.000Z',
  )
})
