import type { Receipt } from '@foyer/contracts/receipt'
import { setupI18n } from '@lingui/core'
import { expect, test } from 'vitest'
import type { FailureCode } from '../../failure.ts'
import {
  inOrderOfNeed,
  isOver,
  mayGoAgain,
  needsSignIn,
  type SeriesEntry,
  stateOf,
} from './series-progress.ts'
import { describeEntry } from './series-words.ts'

const i18n = setupI18n({ locale: 'en', messages: { en: {} } })
const waiting: SeriesEntry = { groupId: 'tender', name: 'Tender 2026', told: undefined }

function told(state: Receipt['state'], because?: string): SeriesEntry {
  const receipt: Receipt = {
    number: '5b1f6c0e-7a52-4f0e-9c3b-0a5d0e2f9b11',
    state,
    ...(because === undefined ? {} : { because }),
    organization: { slug: 'contoso', name: 'Contoso' },
    guest: { name: 'Grace Adeyemi', mail: 'grace@adatum.com' },
    group: 'Tender 2026',
    askedAt: '2026-11-25T19:42:00.000Z',
    proof: 'fresh-sign-in',
    signedInAt: '2026-11-25T19:41:00.000Z',
    told: [],
  }
  return { ...waiting, receipt: '/receipts/tender', told: receipt }
}

const failed = (code: FailureCode): SeriesEntry => ({ ...waiting, failure: { code } })

test.each([
  ['one whose turn has not come', waiting, 'waiting'],
  ['one that was accepted', told('under-way'), 'being-left'],
  ['one whose receipt cannot be read', { ...told('done'), told: undefined }, 'being-left'],
  ['one that is done', told('done'), 'left'],
  ['one that somebody else ended', told('refused', 'membership-not-found'), 'left'],
  ['one she was in no more', { ...waiting, isGone: true }, 'left'],
  ['one that was refused', told('refused', 'group-managed-by-rule'), 'not-left'],
  ['one that was given up', told('failed', 'directory-refused'), 'not-left'],
  ['one that was not accepted', failed('group-last-owner'), 'not-left'],
  ['one whose answer was lost', failed('network-failed'), 'unknown'],
] as const)('%s', (_, entry, state) => {
  expect(stateOf(entry)).toBe(state)
})

test.each([
  ['a reason that passes', failed('directory-busy'), true],
  ['a lost answer', failed('timed-out'), true],
  ['a sign-in that has run out', failed('sign-in-run-out'), true],
  ['a leaving that was given up', told('failed', 'expired'), true],
  ['a rule', failed('group-managed-by-rule'), false],
  ['a rule that came later', told('refused', 'group-managed-by-rule'), false],
  ['a day’s measure that is full', failed('too-many-acts'), false],
  ['one that goes on', told('under-way'), false],
  ['one that is left', told('done'), false],
] as const)('after %s, to ask again may help: %s', (_, entry, isOffered) => {
  expect(mayGoAgain(entry, false)).toBe(isOffered)
})

test('one that a reload came before can be asked for, and while they are sent it waits', () => {
  expect(mayGoAgain(waiting, false)).toBe(true)
  expect(mayGoAgain(waiting, true)).toBe(false)
})

test('a series is over when none goes on and none is about to be sent', () => {
  expect(isOver([told('done'), failed('group-synced')], false)).toBe(true)
  expect(isOver([told('done'), failed('group-synced')], true)).toBe(false)
  expect(isOver([told('done'), told('under-way')], false)).toBe(false)
})

test('only a sign-in that has ended asks for a new one', () => {
  expect(needsSignIn(failed('sign-in-run-out'))).toBe(true)
  expect(needsSignIn(failed('directory-busy'))).toBe(false)
  expect(needsSignIn(told('refused', 'group-synced'))).toBe(false)
})

test('those that need Grace come first, in their order', () => {
  const entries = [told('done'), waiting, failed('timed-out'), told('failed', 'expired')]
  expect(inOrderOfNeed(entries).map(stateOf)).toEqual(['not-left', 'unknown', 'waiting', 'left'])
})

test('each is told in whole sentences', () => {
  const setting = { organization: 'Contoso', isSending: false }
  const tell = (entry: SeriesEntry) =>
    describeEntry(entry, setting)
      .map((sentence) => i18n._(sentence))
      .join(' ')
  expect(tell(waiting)).toBe('Not asked for yet. You are still in it.')
  expect(tell(told('under-way', 'directory-busy'))).toBe(
    'Being left … The directory of Contoso is too busy to answer.',
  )
  expect(tell(told('done'))).toBe('You left it.')
  expect(tell({ ...waiting, isGone: true })).toBe('You are not in it any more.')
  expect(tell(failed('group-last-owner'))).toBe(
    'You are still in it. Cannot be left yet: you are its last owner. Ask Contoso to name another owner first.',
  )
  // Nobody knows whether a leaving that was given up has had its effect.
  expect(tell(told('failed', 'expired'))).not.toContain('still in it.')
  expect(tell(failed('timed-out'))).toContain('To try again does no harm.')
})
