import { setupI18n } from '@lingui/core'
import { expect, test } from 'vitest'
import { initialOf, initialsOf, joinsOf } from './names.ts'

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

test.each([
  ['en', 0, ['']],
  ['en', 1, ['', '']],
  ['en', 2, ['', ' and ', '']],
  ['de', 3, ['', ', ', ' und ', '']],
  ['ar', 2, ['', ' و', '']],
])('in %s so many names are joined: %i', (locale, count, joins) => {
  expect(joinsOf(setupI18n({ locale, messages: { [locale]: {} } }), count)).toEqual(joins)
})
