import { expect, test } from 'vitest'
import { type Finding, findingOf, partyOf } from './finding.ts'
import { wordsOf } from './finding-words.ts'

test.each([
  ['AADSTS50020', 'not-invited', 'you'],
  ['AADSTS90072', 'not-invited', 'you'],
  ['AADSTS50014', 'pending', 'you'],
  ['AADSTS500141', 'begin-again', 'you'],
  ['AADSTS500212', 'home-forbids', 'home'],
  ['AADSTS500213', 'organization-forbids', 'organization'],
  ['AADSTS500208', 'account-kind', 'you'],
  ['AADSTS50057', 'blocked', 'organization'],
  ['AADSTS50173', 'sign-in-anew', 'you'],
  ['AADSTS50076', 'second-factor', 'you'],
  ['AADSTS53003', 'conditions', 'organization'],
  ['AADSTS50105', 'not-assigned', 'organization'],
  ['AADSTS50158', 'one-more-step', 'you'],
  ['AADSTS65004', 'declined', 'you'],
  ['AADSTS90094', 'approval', 'organization'],
  ['AADSTS700016', 'not-connected', 'organization'],
  ['AADSTS90002', 'address', 'you'],
  ['AADSTS90055', 'busy', 'you'],
  ['AADSTS50053', 'locked', 'home'],
  ['AADSTS50011', 'site', 'site'],
] as const)('%s is told as %s, and %s can act', (code, finding, party) => {
  expect(findingOf(code)).toBe(finding)
  expect(partyOf(finding)).toBe(party)
})

test('a code that nobody has looked into is not guessed', () => {
  for (const code of ['AADSTS1', 'AADSTS500201', 'AADSTS5002', '50020', 'constructor']) {
    expect(findingOf(code)).toBe('unknown')
  }
})

test('each finding has words of its own', () => {
  const titles = new Set<string>()
  const all: readonly Finding[] = ['not-invited', 'pending', 'blocked', 'site', 'unknown']
  for (const finding of all) titles.add(wordsOf(finding).title.id)
  expect(titles.size).toBe(all.length)
})
