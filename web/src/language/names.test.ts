import { expect, test } from 'vitest'
import { initialOf, initialsOf } from './names.ts'

test.each([
  ['Grace Adeyemi', 'GA'],
  ['Wilhelmina de la Torre', 'WT'],
  ['Pelé', 'P'],
  ['Łukasz (Adatum)', 'Ł'],
  ['محمد علي', 'مع'],
  ['', ''],
])('the face of %s shows %s', (name, initials) => {
  expect(initialsOf(name)).toBe(initials)
})

test.each([
  ['Contoso', 'C'],
  ['  «ölwerk»', 'Ö'],
  ['4711 GmbH', '4'],
  ['Ångström', 'Å'],
])('the door of %s shows %s', (name, initial) => {
  expect(initialOf(name)).toBe(initial)
})
