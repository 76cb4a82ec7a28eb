import type { ExitRequestState, ExitStatus } from '@foyer/contracts/exit-request'
import { setupI18n } from '@lingui/core'
import { expect, test } from 'vitest'
import { dayOf, tellStatus } from './exit-status-words.ts'

const i18n = setupI18n({ locale: 'en', messages: { en: {} } })

const status: ExitStatus = {
  organization: { slug: 'contoso', name: 'Contoso' },
  state: 'open',
  askedAt: '2026-11-01T09:00:00.000Z',
  dueAt: '2026-12-01T09:00:00.000Z',
  isOverdue: false,
}

const states: ExitRequestState[] = [
  'waiting',
  'open',
  'granted',
  'done',
  'refused',
  'stopped',
  'gone',
]

test.each(states)('how a request goes is told in whole sentences: %s', (state) => {
  const { title, lead } = tellStatus({ ...status, state }, '1 December 2026')
  expect(i18n._(title)).toMatch(/^\p{Lu}[^{}.]+$/u)
  expect(i18n._(lead)).toMatch(/^\p{Lu}[^{}!]*\.$/u)
})

test('an answer that is late is told as such, and only where it is still owed', () => {
  const late = { ...status, isOverdue: true }
  expect(i18n._(tellStatus(late, '1 December 2026').title)).toBe('Contoso has not answered in time')
  expect(i18n._(tellStatus({ ...late, state: 'refused' }, '').title)).toBe(
    'Contoso does not end your access',
  )
})

test.each([
  ['waiting', { opensAt: '2026-11-08T09:00:00.000Z' }, '2026-11-08T09:00:00.000Z'],
  ['open', {}, status.dueAt],
  ['granted', { removalAt: '2026-11-09T09:00:00.000Z' }, '2026-11-09T09:00:00.000Z'],
  ['done', { endedAt: '2026-11-10T09:00:00.000Z' }, '2026-11-10T09:00:00.000Z'],
  ['stopped', {}, status.askedAt],
] as const)('of a request that is %s its own day is named', (state, known, day) => {
  expect(dayOf({ ...status, state, ...known })).toBe(day)
})
