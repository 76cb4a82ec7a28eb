import { type ProblemCode, problems } from '@foyer/contracts/problem'
import { setupI18n } from '@lingui/core'
import { expect, test } from 'vitest'
import type { FailureCode } from './failure.ts'
import { explain } from './problems.ts'

const i18n = setupI18n({ locale: 'en', messages: { en: {} } })
const own: FailureCode[] = [
  'network-failed',
  'timed-out',
  'reply-unreadable',
  'sign-in-needed',
  'sign-in-run-out',
  'sign-in-unreachable',
]
const codes: FailureCode[] = [...(Object.keys(problems) as ProblemCode[]), ...own]

function tell(code: FailureCode, retryAfterSeconds = 0): string {
  const { sentence, next } = explain(code, {
    organization: 'Contoso',
    group: 'Harbour Drawings',
    retryAfterSeconds,
  })
  return `${i18n._(sentence)} ${i18n._(next)}`
}

test.each(codes)('%s is told in whole sentences, in the voice of the house', (code) => {
  const text = tell(code)
  expect(text).toMatch(/^\p{Lu}.*[.:]$/u)
  expect(text).not.toMatch(/[{}!]|please|sorry|oops|error|invalid|undefined/i)
})

test.each(codes)('%s leaves a person with an act or with somebody to ask', (code) => {
  const { next, remedy } = explain(code, { organization: 'Contoso', group: 'Harbour Drawings' })
  const isSettled = code === 'membership-not-found'
  const asksSomebody =
    /ask|help desk|Contoso|owner|Check the spelling|Choose another|Say why|Give the|when you|type|ways remain|Microsoft’s own/i
  expect(isSettled || remedy !== 'none' || asksSomebody.test(i18n._(next))).toBe(true)
})

test('a directory that did not answer in time is named', () => {
  expect(tell('directory-timeout')).toContain('The directory of Contoso did not answer in time.')
})

test('a sign-in that has run out promises the way back to this place', () => {
  expect(tell('sign-in-run-out')).toBe(
    'Your sign-in at Contoso has run out. Sign in again, and you come back to exactly this place.',
  )
})

test.each([
  [0, 'You can try again in a moment.'],
  [0.4, 'You can try again in one second.'],
  [40, 'You can try again in 40 seconds.'],
])('whoever tried too often waits: %d s', (seconds, sentence) => {
  expect(tell('too-many-requests', seconds)).toBe(`Too many tries. ${sentence}`)
})
