import { expect, test } from 'vitest'
import { inMemory } from '../../test/in-memory.ts'
import { createInvited } from './invited.ts'

const mei = { maskedMail: 'm•••@gmail.example', expected: 'google' } as const

test('whom an invitation expects is known at its own organization only', () => {
  const storage = inMemory()
  createInvited(storage).note('contoso', mei)
  expect(createInvited(storage).find('contoso')).toEqual(mei)
  expect(createInvited(storage).find('fabrikam')).toBeUndefined()
})

test.each([
  '{',
  'null',
  '{"maskedMail":"m@a"}',
  '{"maskedMail":1,"expected":"google"}',
  '{"maskedMail":"m@a","expected":"toString"}',
])('what something else has written there, as %s, is as good as nothing', (text) => {
  const storage = inMemory()
  storage.setItem('foyer.invited.contoso', text)
  expect(createInvited(storage).find('contoso')).toBeUndefined()
})
