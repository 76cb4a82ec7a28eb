import type { StayRequest } from '@foyer/contracts/stay'
import { setupI18n } from '@lingui/core'
import { expect, test } from 'vitest'
import { tellAnswer } from './request-words.ts'

const i18n = setupI18n({ locale: 'en', locales: ['en-GB'], messages: { en: {} } })

function answer(parts: Partial<StayRequest>): string | undefined {
  const request: StayRequest = {
    state: 'open',
    askedAt: '2026-11-20T09:00:00Z',
    until: '2027-03-31',
    reason: 'The harbour is not rebuilt yet.',
    ...parts,
  }
  const words = tellAnswer(i18n, request, 'Contoso')
  return words && i18n._(words)
}

const bySam = { answeredAt: '2026-11-22T09:00:00Z', answeredBy: 'Sam Okafor' }

test.each([
  [
    'granted as she asked',
    { state: 'granted', ...bySam, grantedUntil: '2027-03-31' },
    'On 22 November 2026 Sam Okafor let you stay until 31 March 2027, as you asked.',
  ],
  [
    'granted until another day',
    { state: 'granted', ...bySam, grantedUntil: '2027-01-31' },
    'On 22 November 2026 Sam Okafor let you stay until 31 January 2027. You had asked for 31 March 2027.',
  ],
  [
    'granted by somebody who is not known any more',
    { state: 'granted', answeredAt: bySam.answeredAt, grantedUntil: '2027-03-31' },
    'On 22 November 2026 somebody at Contoso let you stay until 31 March 2027.',
  ],
  [
    'refused',
    { state: 'refused', ...bySam },
    'You asked to stay until 31 March 2027. On 22 November 2026 Sam Okafor said no, and your last day stays as it is.',
  ],
  [
    'refused by somebody who is not known any more',
    { state: 'refused', answeredAt: bySam.answeredAt },
    'You asked to stay until 31 March 2027. On 22 November 2026 somebody at Contoso said no, and your last day stays as it is.',
  ],
  [
    'not answered in time',
    { state: 'lapsed' },
    'You asked on 20 November 2026 to stay until 31 March 2027, and nobody at Contoso answered in time.',
  ],
] as const)('Grace reads what became of a request that was %s', (_, parts, words) => {
  expect(answer(parts)).toBe(words)
})

test.each(['open', 'withdrawn'] as const)('of one that is %s there is no answer', (state) => {
  expect(answer({ state })).toBeUndefined()
})
