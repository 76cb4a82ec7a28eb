import { expect, test } from 'vitest'
import { latestSignInOf } from './sign-in-activity.ts'

const early = '2026-03-01T08:00:00Z'
// Later, though its text comes first.
const late = '2026-03-01T08:00:00.5Z'

test.each([
  [{ lastSignInDateTime: early, lastSuccessfulSignInDateTime: late }, late],
  [{ lastSignInDateTime: late, lastSuccessfulSignInDateTime: null }, late],
  // Whoever opens a mail program signs in without doing anything.
  [{ lastSignInDateTime: early, lastNonInteractiveSignInDateTime: late }, late],
  [{ lastSignInDateTime: early }, early],
])('of %j the latest counts', (activity, latest) => {
  expect(latestSignInOf(activity)).toBe(latest)
})

test.each([
  undefined,
  null,
  {},
  {
    lastSignInDateTime: null,
    lastNonInteractiveSignInDateTime: null,
    lastSuccessfulSignInDateTime: null,
  },
])('%j is unknown', (activity) => {
  expect(latestSignInOf(activity)).toBeUndefined()
})
