import { departureRefusals } from '@foyer/contracts/departure-refusal'
import { leaveRefusals } from '@foyer/contracts/leave-refusal'
import { problemOfDepartureRefusal, problemOfRefusal } from '@foyer/contracts/problem'
import type { Receipt } from '@foyer/contracts/receipt'
import { setupI18n } from '@lingui/core'
import { expect, test } from 'vitest'
import { titleOf } from './receipt-title.ts'
import { explainEnd, explainWait } from './receipt-words.ts'

const i18n = setupI18n({ locale: 'en', messages: { en: {} } })

const leaving: Receipt = {
  number: '5b1f6c0e-7a52-4f0e-9c3b-0a5d0e2f9b11',
  state: 'under-way',
  organization: { slug: 'contoso', name: 'Contoso' },
  guest: { name: 'Grace Adeyemi', mail: 'grace@adatum.com' },
  askedAt: '2026-11-25T19:42:00.000Z',
  proof: 'fresh-sign-in',
  signedInAt: '2026-11-25T19:41:00.000Z',
  told: [],
}
const ofGroup: Receipt = { ...leaving, group: 'Tender 2026' }

function tellEnd(receipt: Receipt): string {
  const { sentence, next } = explainEnd(receipt)
  return `${i18n._(sentence)} ${i18n._(next)}`
}

function tellWait(because: string): string {
  const wait = explainWait({ ...leaving, because })
  return wait ? i18n._(wait) : ''
}

const wholeSentences = /^\p{Lu}[^{}]*[.:]$/u

test('a leaving that nothing holds up waits for nothing', () => {
  expect(explainWait(leaving)).toBeUndefined()
})

test.each([
  ['directory-busy', 'The directory of Contoso is too busy to answer.'],
  ['directory-timeout', 'The directory of Contoso did not answer in time.'],
  ['not-yet-removed', 'The directory of Contoso has accepted it and does not show it yet.'],
  ['another-leaving', 'Foyer does one after the other, and this one comes next.'],
  ['store-unreachable', 'Foyer itself is held up at the moment.'],
  ['halted', 'Foyer itself is held up at the moment.'],
  ['fault', 'Foyer itself is held up at the moment.'],
  ['constructor', 'Foyer itself is held up at the moment.'],
])('Grace is told what it waits for: %s', (because, sentence) => {
  expect(tellWait(because)).toBe(sentence)
})

test.each([
  ...departureRefusals.map((refusal) => [leaving, problemOfDepartureRefusal(refusal)] as const),
  ...leaveRefusals.map((refusal) => [ofGroup, problemOfRefusal(refusal)] as const),
  [leaving, 'no-longer-here'] as const,
  [leaving, 'blocked-here'] as const,
  [ofGroup, 'membership-not-found'] as const,
  [ofGroup, 'not-a-guest'] as const,
  [leaving, 'something-new'] as const,
])('Grace is told why it was refused, and what remains', (receipt, because) => {
  expect(tellEnd({ ...receipt, state: 'refused', because })).toMatch(wholeSentences)
})

test.each([
  'directory-refused',
  'directory-busy',
  'fault',
  'expired',
  'store-read-only',
  undefined,
])('Grace is told why it was given up (%s), and to look before she asks again', (because) => {
  const given = because === undefined ? {} : { because }
  const text = tellEnd({ ...leaving, state: 'failed', ...given })
  expect(text).toMatch(wholeSentences)
  expect(text).toContain('Look whether Contoso still knows you')
})

test.each([
  [leaving, 'You are leaving Contoso'],
  [ofGroup, 'You are leaving Tender 2026'],
  [{ ...leaving, state: 'done' }, 'You have left Contoso'],
  [{ ...ofGroup, state: 'done' }, 'You have left Tender 2026'],
  [{ ...leaving, state: 'failed', because: 'fault' }, 'Leaving Contoso was given up'],
  [
    { ...leaving, state: 'refused', because: 'departure-role-held' },
    'You are still a guest of Contoso',
  ],
  [{ ...ofGroup, state: 'refused', because: 'group-last-owner' }, 'You are still in Tender 2026'],
  // What was wished is so, by somebody else's doing.
  [
    { ...ofGroup, state: 'refused', because: 'membership-not-found' },
    'You are not in Tender 2026 any more',
  ],
  [
    { ...leaving, state: 'refused', because: 'no-longer-here' },
    'Contoso does not know you any more',
  ],
] satisfies [Receipt, string][])('what has become of it is one sentence', (receipt, title) => {
  expect(i18n._(titleOf(receipt))).toBe(title)
})
