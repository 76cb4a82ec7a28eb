import { expect, test } from 'vitest'
import { type Draft, findWrong, wantedBy } from './draft.ts'

const draft: Draft = {
  mail: ' ida@adatum.com ',
  name: 'Ida Brandt',
  purpose: 'Winter tender',
  endsOn: '2027-06-30',
  groups: [],
  language: 'de',
  message: '',
  sponsorMail: '',
}
const span = { earliestEnd: '2026-11-28', latestEnd: '2027-11-27' }

test.each([
  [{}, []],
  [{ name: ' ', purpose: '' }, ['name', 'purpose']],
  [{ endsOn: '' }, ['endsOn']],
  [{ endsOn: '2026-11-27' }, ['endsOn']],
  [{ endsOn: '2027-11-28' }, ['endsOn']],
  [{ endsOn: '12027-06-30' }, ['endsOn']],
  [{ message: 'See https://contoso.example' }, ['message']],
  [{ message: 'x'.repeat(501) }, ['message']],
  [{ sponsorMail: 'Noor' }, ['sponsorMail']],
])('of a draft with %j this is wrong: %j', (changes, wrong) => {
  expect(findWrong({ ...draft, ...changes }, span)).toEqual(wrong)
})

test('what was left empty is not sent', () => {
  expect(wantedBy({ ...draft, message: ' \n' })).toEqual({
    mail: 'ida@adatum.com',
    name: 'Ida Brandt',
    purpose: 'Winter tender',
    endsOn: '2027-06-30',
    groupIds: [],
    language: 'de',
  })
})
