import { EndOwner } from '@foyer/contracts/standing'
import { EndReason } from '@foyer/contracts/policy'
import type { MyAccess } from '@foyer/contracts/stay'
import { setupI18n } from '@lingui/core'
import { expect, test } from 'vitest'
import { tellEnd, tellOwner } from './end-words.ts'

const i18n = setupI18n({ locale: 'en', locales: ['en-GB'], messages: { en: {} } })

function end(parts: Partial<MyAccess>): string | undefined {
  const access: MyAccess = { today: '2026-11-22', endOwner: 'foyer', reminderDays: [], ...parts }
  const words = tellEnd(i18n, access, 'Contoso')
  return words && i18n._(words)
}

test('Grace reads who set her date, and when', () => {
  expect(
    end({
      end: { on: '2027-03-31', because: 'end-date' },
      set: { until: '2027-03-31', at: '2026-10-02T09:00:00Z', by: 'Sam Okafor', reason: 'Harbour' },
    }),
  ).toBe(
    'You are a guest here until <0>31 March 2027</0>, because Sam Okafor set this date on 2 October 2026.',
  )
})

test('she reads since when nobody has confirmed that she is needed', () => {
  const due = { on: '2027-03-31', because: 'confirmation-due' } as const
  expect(end({ end: due, confirmedAt: '2026-10-02T09:00:00Z' })).toContain(
    'because nobody has confirmed since 2 October 2026 that you are still needed.',
  )
  expect(end({ end: due })).toContain('because nobody has confirmed yet that')
})

test('an end that is over is not told as one that comes', () => {
  expect(end({ end: { on: '2026-11-21', because: 'unused' } })).toBe(
    'Your access here was to last until <0>21 November 2026</0>, and Contoso has not ended it yet.',
  )
})

test('without an end nothing is told', () => {
  expect(end({})).toBeUndefined()
})

test.each(EndReason.enum)('an end because of %s is a whole sentence', (because) => {
  expect(end({ end: { on: '2027-03-31', because } })).toMatch(
    /^You are a guest here until <0>31 March 2027<\/0>, because [^{}]+\.$/,
  )
})

test.each(EndOwner.enum)('what %s decides is told as theirs', (endOwner) => {
  expect(end({ endOwner, end: { on: '2027-03-31', because: 'decided-elsewhere' } })).toMatch(
    /^You are a guest here until <0>31 March 2027<\/0>, because [^{}]+\.$/,
  )
  if (endOwner === 'foyer') return
  expect(i18n._(tellOwner(endOwner, 'Contoso'))).toMatch(/is not decided in Foyer: [^{}]+\.$/)
})
