import { expect, test } from 'vitest'
import { inMemory } from '../../test/in-memory.ts'
import { createBegun } from './begun.ts'

const address = '/o/contoso/guests/lena/end'
const begun = { words: { reason: 'It is over' }, challenge: 'c' }

test('what was begun is found at its address until it is forgotten, and at no other one', () => {
  const acts = createBegun(inMemory())
  acts.keep(address, begun)
  expect(acts.find(address)).toEqual(begun)
  expect(acts.find('/o/contoso/guests/omar/end')).toBeUndefined()
  acts.forget(address)
  expect(acts.find(address)).toBeUndefined()
})

test.each(['', 'null', '{', '{"words":{}}', '[]'])('“%s” is nothing that was begun', (text) => {
  expect(createBegun(inMemory({ [`foyer.begun.${address}`]: text })).find(address)).toBeUndefined()
})
