import { expect, test } from 'vitest'
import { Failure, type FailureCode } from '../failure.ts'
import { compareWeight, needsPerson, type Picture, pictureOf } from './picture.ts'

test.each([
  ['AADSTS50014', 'invited'],
  ['AADSTS50057', 'blocked'],
  ['AADSTS700016', 'not-connected'],
  ['AADSTS650052', 'not-connected'],
  ['AADSTS65001', 'not-connected'],
  ['AADSTS50020', 'not-shown'],
  ['AADSTS16003', 'not-shown'],
  ['AADSTS50034', 'not-shown'],
  ['AADSTS51004', 'not-shown'],
  ['AADSTS50058', 'sign-in-needed'],
  ['AADSTS50076', 'sign-in-needed'],
  ['AADSTS70000', 'sign-in-needed'],
  ['AADSTS700084', 'sign-in-needed'],
] as const)('A silent refusal with %s shows Grace a card that is %s', (foreignCode, picture) => {
  expect(pictureOf(new Failure('sign-in-needed', { foreignCode }))).toBe(picture)
  expect(pictureOf(new Failure('sign-in-run-out', { foreignCode }))).toBe(picture)
})

test.each([
  ['sign-in-needed', 'sign-in-needed'],
  ['sign-in-run-out', 'sign-in-needed'],
  ['blocked-here', 'blocked'],
  ['no-longer-here', 'ended'],
  ['sign-in-unreachable', 'no-answer'],
  ['network-failed', 'no-answer'],
  ['timed-out', 'no-answer'],
  ['directory-busy', 'no-answer'],
  ['token-refused', 'no-answer'],
  ['internal-error', 'no-answer'],
] as const satisfies [FailureCode, Picture][])(
  'An organization that answers %s is shown as %s',
  (code, picture) => {
    expect(pictureOf(new Failure(code))).toBe(picture)
  },
)

test('A code of Entra says nothing where it was not Entra that refused', () => {
  const failure = new Failure('sign-in-unreachable', { foreignCode: 'AADSTS50057' })
  expect(pictureOf(failure)).toBe('no-answer')
})

test('Of two accounts, the one that is known there is shown', () => {
  const seen: Picture[] = ['not-shown', 'no-answer', 'sign-in-needed', 'blocked', 'here', 'invited']
  expect(seen.toSorted(compareWeight)).toEqual([
    'here',
    'invited',
    'blocked',
    'no-answer',
    'sign-in-needed',
    'not-shown',
  ])
})

test('Only what a person can decide needs them', () => {
  expect(needsPerson('invited')).toBe(true)
  expect(needsPerson('here')).toBe(false)
  expect(needsPerson('sign-in-needed')).toBe(false)
})
