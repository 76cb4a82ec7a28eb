import { expect, test } from 'vitest'
import { inMemory } from '../../test/in-memory.ts'
import { createExitAttempts } from './exit-attempts.ts'

const asked = { attempt: 'A'.repeat(43), mail: 'grace@adatum.com' }

test('a code that was asked for is waited for at its own organization only', () => {
  const attempts = createExitAttempts(inMemory())
  attempts.keep('contoso', asked)
  expect(attempts.find('contoso')).toEqual(asked)
  expect(attempts.find('fabrikam')).toBeUndefined()
  attempts.forget('contoso')
  expect(attempts.find('contoso')).toBeUndefined()
})

test('after 10 minutes nobody waits for a code any more', () => {
  let now = 0
  const attempts = createExitAttempts(inMemory(), () => now)
  attempts.keep('contoso', asked)
  now = 10 * 60_000 - 1
  expect(attempts.find('contoso')).toEqual(asked)
  now += 1
  expect(attempts.find('contoso')).toBeUndefined()
})

test('what something else has written there is as good as nothing', () => {
  const storage = inMemory()
  storage.setItem('foyer.exit.contoso', '{')
  expect(createExitAttempts(storage).find('contoso')).toBeUndefined()
})
