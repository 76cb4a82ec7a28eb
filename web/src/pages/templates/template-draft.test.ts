import type { GroupId } from '@foyer/contracts/ids'
import { expect, test } from 'vitest'
import { findWrong, type TemplateDraft, templateDraftOf, wantedBy } from './template-draft.ts'

const draft: TemplateDraft = {
  name: ' Auditor ',
  purpose: 'Audit',
  accessDays: ' 90 ',
  groups: [],
  language: 'en',
  message: '',
}

test.each([
  [{}, []],
  [{ name: ' ', purpose: '', accessDays: '' }, ['name', 'purpose', 'accessDays']],
  [{ accessDays: '0' }, ['accessDays']],
  [{ accessDays: '3651' }, ['accessDays']],
  [{ accessDays: '9e1' }, ['accessDays']],
  [{ message: 'Write to ada@contoso.com' }, ['message']],
])('of a template with %j this is wrong: %j', (changes, wrong) => {
  expect(findWrong({ ...draft, ...changes })).toEqual(wrong)
})

test('what was left empty is not sent, and days are a number', () => {
  expect(wantedBy(draft)).toEqual({
    name: 'Auditor',
    purpose: 'Audit',
    accessDays: 90,
    groupIds: [],
    language: 'en',
  })
})

test('a group that nobody knows any more stays in sight', () => {
  const groupId = '00000000-0000-4000-8000-000000000000' as GroupId
  const kept = {
    templateId: '',
    version: 1,
    endsOn: '2027-01-01',
    changedAt: '',
    name: 'Auditor',
    purpose: 'Audit',
    accessDays: 90,
    groups: [{ groupId, isInvitable: false }],
    language: 'de' as const,
  }
  expect(templateDraftOf(kept, 'Gone').groups).toEqual([{ groupId, name: 'Gone' }])
})
