import type { Policy } from '@foyer/contracts/policy'
import { expect, test } from 'vitest'
import { draftOf, readDraft } from './draft.ts'

const policy: Policy = {
  timeZone: 'Europe/Berlin',
  accessDays: 180,
  longestExtensionDays: 180,
  longestTotalDays: null,
  reminderDays: [30, 14, 7, 1],
  confirmEveryDays: 90,
  unusedAfterDays: null,
  redeemWithinDays: 14,
  sponsorsAtLeast: 0,
  withoutSponsorDays: null,
}

test('what is shown is read as what it was', () => {
  expect(readDraft(draftOf(policy))).toEqual({ policy })
})

test('reminders are read in any order, with any space, each once', () => {
  const draft = { ...draftOf(policy), reminderDays: ' 1,7 ; 30 7 ' }
  expect(readDraft(draft)).toMatchObject({ policy: { reminderDays: [30, 7, 1] } })
  expect(readDraft({ ...draft, reminderDays: '' })).toMatchObject({ policy: { reminderDays: [] } })
})

test.each([
  ['accessDays', ''],
  ['accessDays', '0'],
  ['accessDays', '-1'],
  ['accessDays', '1e3'],
  ['accessDays', '3651'],
  ['accessDays', 'NaN'],
  ['accessDays', '1.5'],
  ['sponsorsAtLeast', '6'],
  ['redeemWithinDays', '366'],
  ['reminderDays', '7, x'],
  ['reminderDays', '0'],
  ['timeZone', '  '],
] as const)('%s of “%s” is none', (rule, text) => {
  expect(readDraft({ ...draftOf(policy), [rule]: text })).toEqual({ wrong: [rule] })
})

test('an empty field takes a rule out of force that may be', () => {
  const draft = { ...draftOf(policy), confirmEveryDays: ' ' }
  expect(readDraft(draft)).toMatchObject({ policy: { confirmEveryDays: null } })
})
