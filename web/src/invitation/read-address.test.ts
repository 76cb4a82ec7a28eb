import { expect, test } from 'vitest'
import { isWhole, readAddress } from './read-address.ts'

const token = 'aB3_-'.repeat(8) + 'xyz'

test.each([
  [`/i/${token}`, '', { token }],
  [`/i/${token}`, '?because=directory-timeout', { token, because: 'directory-timeout' }],
  [`/i/${token}`, '?because=%3Cb%3E', { token }],
  ['/i', '', {}],
  ['/i/', '', {}],
])('%s%s is read', (pathname, search, read) => {
  expect(readAddress({ pathname, search })).toEqual(read)
})

test('a link that was cut off is not whole', () => {
  expect([token, token.slice(1), `${token}.`].map(isWhole)).toEqual([true, false, false])
})
