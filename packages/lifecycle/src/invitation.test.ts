import { expect, test } from 'vitest'
import type { Day } from './calendar.ts'
import {
  expectedAccount,
  isExpectedAccount,
  isInvitableAddress,
  isPlainText,
  latestInvitedEnd,
  maskAddress,
  mayInvite,
  takesGuests,
} from './invitation.ts'

test.each([
  ['everybody', 'member', false, true],
  ['members', 'member', false, true],
  ['members', 'member', undefined, true],
  ['members', 'external-member', false, false],
  ['members', 'guest', false, false],
  ['everybody', 'guest', false, false],
  ['inviters', 'member', false, false],
  ['inviters', 'member', undefined, false],
  ['inviters', 'member', true, true],
  ['nobody', 'member', true, false],
  [undefined, 'member', true, false],
] as const)('under %s a %s with a role %s may invite: %s', (rule, kind, holdsRole, may) => {
  expect(mayInvite(rule, { kind, holdsRole })).toBe(may)
})

test.each([
  'mei@gmail.example',
  'Mei.Tanaka@gmail.example',
  'mei_t@a-b.example',
  "o'neil@gmail.example",
])('%s can be invited', (mail) => expect(isInvitableAddress(mail)).toBe(true))

test.each([
  'mei+list@gmail.example',
  '.mei@gmail.example',
  'mei.@gmail.example',
  'mei@gmail',
  'mеi@gmail.example', // a Cyrillic letter
  'mei@gmаil.example',
  'mei@gmail.example.',
  'mei@@gmail.example',
  'mei tanaka@gmail.example',
  'mei@gmail.example,omar@outlook.example',
  '<mei@gmail.example>',
])('%s cannot', (mail) => expect(isInvitableAddress(mail)).toBe(false))

test.each([
  'Dear Grace, see you on the first call. Kaya',
  'Winter tender 2026/27',
  'Σας περιμένουμε, 東京',
  'It costs 3.50 a day, and we meet at 9.30',
  'Dr. Vogel',
])('“%s” is plain', (text) => expect(isPlainText(text, { mayBreak: false })).toBe(true))

test.each([
  'Pay at https://evil.example',
  'Pay at evil.example/now',
  'www.evil',
  'Write to me@evil.example',
  'Grace\nBcc: x',
  'ecarG\u202E',
  'Gr\u200Bace',
  'javascript://x',
])('%j is not', (text) => expect(isPlainText(text, { mayBreak: false })).toBe(false))

test('lines are plain where there may be some, and nothing else that does not show', () => {
  expect(isPlainText('Dear Grace,\nwelcome', { mayBreak: true })).toBe(true)
  expect(isPlainText('Dear Grace,\u0007 welcome', { mayBreak: true })).toBe(false)
})

test('an address is masked to its first sign and its domain', () => {
  expect(maskAddress('mei@gmail.example')).toBe('m•••@gmail.example')
  expect(maskAddress('m@gmail.example')).toBe('m•••@gmail.example')
})

test('the others of a domain tell what is expected, where they agree', () => {
  expect(expectedAccount('nora@adatum.com', ['work-account', 'unknown'])).toBe('work-account')
  expect(expectedAccount('nora@adatum.com', ['work-account', 'mail-code'])).toBe('unknown')
  expect(expectedAccount('nora@GMAIL.com', [])).toBe('google')
  expect(expectedAccount('nora@litware.example', [])).toBe('unknown')
})

test('only in place of a kept account another one is a stranger’s', () => {
  expect(isExpectedAccount('work-account', 'work-account')).toBe(true)
  expect(isExpectedAccount('work-account', 'microsoft-account')).toBe(false)
  expect(isExpectedAccount('federation', 'mail-code')).toBe(false)
  expect(isExpectedAccount('google', 'microsoft-account')).toBe(true)
  expect(isExpectedAccount('unknown', 'work-account')).toBe(true)
})

test('an invitation lasts no longer than the policy lets anybody stay', () => {
  const today = '2026-11-27' as Day
  const policy = { accessDays: 90, longestExtensionDays: 180, longestTotalDays: null }
  expect(latestInvitedEnd(policy, today)).toBe('2027-05-26')
  expect(latestInvitedEnd({ ...policy, longestTotalDays: 30 }, today)).toBe('2026-12-27')
})

test('nobody is brought into a group that a rule fills, or that carries roles', () => {
  const group = {
    isManagedByRule: false,
    isSynced: false,
    isRoleAssignable: false,
    isManagedInExchange: false,
    isProtected: false,
  }
  expect(takesGuests(group)).toBe(true)
  for (const fact of Object.keys(group)) expect(takesGuests({ ...group, [fact]: true })).toBe(false)
})
