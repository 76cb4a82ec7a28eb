import type { OrganizationId } from '@foyer/contracts/ids'
import { beforeEach, expect, test } from 'vitest'
import { createAttempts } from './attempt.ts'

const contoso = {
  organizationId: 'c' as OrganizationId,
  slug: 'contoso',
  name: 'Contoso',
  listsOtherOrganizations: false,
}
const noon = Date.UTC(2026, 10, 23, 12)

beforeEach(() => sessionStorage.clear())

test('who comes back within the hour is asked about the attempt', () => {
  createAttempts(sessionStorage, () => noon).note({ organization: contoso, returnTo: '/o/contoso' })
  const later = createAttempts(sessionStorage, () => noon + 59 * 60_000)
  expect(later.find()).toEqual({ organization: contoso, returnTo: '/o/contoso' })
})

test('the next day nobody is asked', () => {
  createAttempts(sessionStorage, () => noon).note({ organization: contoso, returnTo: '/o/contoso' })
  expect(createAttempts(sessionStorage, () => noon + 24 * 3_600_000).find()).toBeUndefined()
})

test('a way back to another site is not taken', () => {
  const attempts = createAttempts(sessionStorage, () => noon)
  attempts.note({ organization: contoso, returnTo: '//evil.example' })
  expect(attempts.find()?.returnTo).toBe('/')
})

test.each(['not JSON', 'null', '{"at": 1}'])('%s is no attempt', (text) => {
  sessionStorage.setItem('foyer.attempt', text)
  expect(createAttempts(sessionStorage, () => noon).find()).toBeUndefined()
})
