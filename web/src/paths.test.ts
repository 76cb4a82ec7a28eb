import { expect, test } from 'vitest'
import { ownPath, paths } from './paths.ts'

test('a path of this site is kept, with what stands after its question mark', () => {
  expect(ownPath('/o/contoso/groups/1/leave?x=1')).toBe('/o/contoso/groups/1/leave?x=1')
})

test.each([
  '//evil.example/',
  '/\\evil.example/',
  'https://evil.example/',
  'javascript:alert(1)',
  '/\t/evil.example/',
  '',
  null,
  7,
])('%j leads home', (path) => {
  expect(ownPath(path)).toBe(paths.home)
})

test('a slug cannot add a segment to its address', () => {
  expect(paths.organization('contoso/../x')).toBe('/o/contoso%2F..%2Fx')
})
