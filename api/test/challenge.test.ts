import { randomBytes } from 'node:crypto'
import type { OrganizationId, PersonId } from '@foyer/contracts/ids'
import { expect, test } from 'vitest'
import { createChallenges } from '../src/departure/challenge.ts'

const key = randomBytes(32)
const grace = {
  organizationId: 'f0000000-0000-4000-8000-00000000000f' as OrganizationId,
  personId: '00000000-0000-4000-8000-0000000000aa' as PersonId,
  signedInAt: undefined,
  issuedAt: 0,
  contexts: [],
  homeTenantId: undefined,
  isOperator: false,
  tokenId: undefined,
  sessionId: undefined,
}
const mei = { ...grace, personId: '00000000-0000-4000-8000-0000000000bb' as PersonId }
const graceAtContoso = {
  ...grace,
  organizationId: 'c0000000-0000-4000-8000-00000000000c' as OrganizationId,
}
const issuedAt = new Date('2026-11-23T18:00:00.750Z')
const after = (seconds: number) => new Date(issuedAt.getTime() + seconds * 1000)

test('a challenge says, to whom it was given, when it was', () => {
  const challenges = createChallenges(key)
  const challenge = challenges.issue(grace, issuedAt)
  expect(challenges.readTime(challenge, grace, after(120))).toBe(
    Date.parse('2026-11-23T18:00:00Z') / 1000,
  )
})

test('another process with the same key reads it, and one with another key does not', () => {
  const challenge = createChallenges(key).issue(grace, issuedAt)
  expect(createChallenges(key).readTime(challenge, grace, after(1))).toBeDefined()
  expect(createChallenges(randomBytes(32)).readTime(challenge, grace, after(1))).toBeUndefined()
})

test.each([
  ['Mei', mei, 1],
  ['Grace in another organization', graceAtContoso, 1],
  ['Grace eleven minutes later', grace, 11 * 60],
  ['Grace before it was given', grace, -5],
])('it says nothing to %s', (_, caller, seconds) => {
  const challenges = createChallenges(key)
  const challenge = challenges.issue(grace, issuedAt)
  expect(challenges.readTime(challenge, caller, after(seconds))).toBeUndefined()
})

test('it lasts for ten minutes', () => {
  const challenges = createChallenges(key)
  const challenge = challenges.issue(grace, issuedAt)
  expect(challenges.readTime(challenge, grace, after(599))).toBeDefined()
  expect(challenges.readTime(challenge, grace, after(601))).toBeUndefined()
})

test('no other spelling of it is read', () => {
  const challenges = createChallenges(key)
  const challenge = challenges.issue(grace, issuedAt)
  const [time = '', signature = ''] = challenge.split('.')
  const forged = [
    '',
    '.',
    time,
    `${time}.`,
    `.${signature}`,
    `${Number(time) + 60}.${signature}`,
    `0${time}.${signature}`,
    ` ${challenge}`,
    `${challenge}\n`,
    `${challenge}A`,
    `${time}.${signature.slice(0, -1)}`,
    `${time}.${'A'.repeat(43)}`,
    `-${challenge}`,
  ]
  const accepted = forged.filter((each) => challenges.readTime(each, grace, after(1)) !== undefined)
  expect(accepted).toEqual([])
})
