import type { Guest } from '@foyer/contracts/guest'
import { expect, test } from 'vitest'
import { chooseGuests, readShow } from './choose-guests.ts'

const guests = [
  { name: 'Aïcha Benali', mail: 'aicha@trey.example', need: 'confirm' },
  { name: 'Lena Vogel', mail: 'lena@atelier-vogel.example', company: 'Atelier Vogel' },
  { name: 'Ørsted Łuk' },
] as unknown as Guest[]

const namesOf = (show: 'needs-you' | 'all', search: string) =>
  chooseGuests(guests, { show, search }).map(({ name }) => name)

test('without a word everybody stands there, in the order in which they came', () => {
  expect(namesOf('all', '')).toEqual(['Aïcha Benali', 'Lena Vogel', 'Ørsted Łuk'])
  expect(namesOf('all', '  ')).toHaveLength(3)
})

test('who needs an answer can be seen alone', () => {
  expect(namesOf('needs-you', '')).toEqual(['Aïcha Benali'])
  expect(namesOf('needs-you', 'vogel')).toEqual([])
})

test.each([
  ['aicha', 'Aïcha Benali'],
  ['BENALI', 'Aïcha Benali'],
  ['trey', 'Aïcha Benali'],
  ['vogel lena', 'Lena Vogel'],
  ['atelier-vogel.example', 'Lena Vogel'],
  ['ørsted', 'Ørsted Łuk'],
])('%s finds %s', (search, name) => {
  expect(namesOf('all', search)).toEqual([name])
})

test('an address that says nothing, or something else, shows all', () => {
  expect([null, '', 'none', 'needs-you'].map(readShow)).toEqual(['all', 'all', 'all', 'needs-you'])
})
