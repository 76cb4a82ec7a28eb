import { expect, test } from 'vitest'
import { listCandidates } from './pairs.ts'

const [contoso, fabrikam, adatum] = ['contoso', 'fabrikam', 'adatum']
const graceAtHome = { homeAccountId: 'grace', tenantId: adatum }
const graceAtContoso = { homeAccountId: 'grace', tenantId: contoso }
const omarAtContoso = { homeAccountId: 'omar', tenantId: contoso }

test('an account is asked with its profile of the organization, not with the one of its home', () => {
  expect(listCandidates([graceAtHome, graceAtContoso], contoso)).toEqual([
    { profile: graceAtContoso, isPair: true },
  ])
})

test('at an organization where she has never been, Grace is asked once, and as no pair', () => {
  expect(listCandidates([graceAtHome, graceAtContoso], fabrikam)).toEqual([
    { profile: graceAtHome, isPair: false },
  ])
})

test('of two accounts that are guests there, the one last used is asked first', () => {
  const chosen = listCandidates([graceAtContoso, omarAtContoso], contoso, 'omar')
  expect(chosen.map(({ profile }) => profile.homeAccountId)).toEqual(['omar', 'grace'])
})

test('an account that was there comes before one that was not, whatever was chosen', () => {
  const ordered = listCandidates([graceAtHome, omarAtContoso], contoso, 'grace')
  expect(ordered.map(({ profile }) => profile.homeAccountId)).toEqual(['omar', 'grace'])
})

test('nobody is asked where nobody is signed in', () => {
  expect(listCandidates([], contoso, 'grace')).toEqual([])
})
