import { expect, test } from 'vitest'
import { createOffices } from './offices.ts'

function createStorage(): Storage {
  const kept = new Map<string, string>()
  return {
    getItem: (name: string) => kept.get(name) ?? null,
    setItem: (name: string, value: string) => void kept.set(name, value),
  } as unknown as Storage
}

test('what somebody is at an organization is known for that account alone, and told', () => {
  const storage = createStorage()
  const offices = createOffices(storage)
  let told = 0
  const stop = offices.subscribe(() => (told += 1))
  expect(offices.find('contoso', 'ada')).toBeUndefined()
  offices.keep('contoso', 'ada', 'operator')
  expect(offices.find('contoso', 'ada')).toBe('operator')
  expect(offices.find('contoso', 'sam')).toBeUndefined()
  expect(offices.find('fabrikam', 'ada')).toBeUndefined()
  // Over a reload.
  expect(createOffices(storage).find('contoso', 'ada')).toBe('operator')
  stop()
  offices.keep('contoso', 'ada', 'member')
  expect(told).toBe(1)
})
