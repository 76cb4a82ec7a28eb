import { expect, test } from 'vitest'
import { isSameName } from './confirmation.ts'

test.each([
  ['Fabrikam', 'Fabrikam'],
  ['  fabrikam\n', 'Fabrikam'],
  ['WOODGROVE  BANK', 'Woodgrove Bank'],
  ['Ｆａｂｒｉｋａｍ', 'Fabrikam'],
  ['cafe\u0301 royal', 'Café Royal'],
  ['STRASSENBAU', 'Straßenbau'],
])('%j is %s', (typed, name) => {
  expect(isSameName(typed, name)).toBe(true)
})

test.each([
  ['Contoso', 'Fabrikam'],
  ['Fabrika', 'Fabrikam'],
  ['Fabrikam Inc', 'Fabrikam'],
  ['Fabrikаm', 'Fabrikam'],
  ['Woodgrovebank', 'Woodgrove Bank'],
  ['', 'Fabrikam'],
  ['   ', ' '],
])('%j is not %s', (typed, name) => {
  expect(isSameName(typed, name)).toBe(false)
})
