import { beforeEach, expect, test } from 'vitest'
import { inMemory } from '../../test/in-memory.ts'
import { createLeavings, type Leaving } from './leavings.ts'

let storage: Storage

beforeEach(() => {
  storage = inMemory()
})

const ofContoso: Leaving = {
  organizationId: 'contoso',
  accountId: 'grace',
  receipt: '/receipts/contoso',
  contacts: [{ name: 'Sam Okafor', mail: 'sam@contoso.com' }],
  isDone: false,
}
const ofTender: Leaving = {
  ...ofContoso,
  groupId: 'tender',
  receipt: '/receipts/tender',
  contacts: [],
}

test('a group that Grace leaves is not the organization, nor another account of hers', () => {
  const leavings = createLeavings(storage)
  leavings.keep(ofTender)
  expect(leavings.findDeparture('contoso', 'grace')).toBeUndefined()
  leavings.keep(ofContoso)
  expect(leavings.findDeparture('contoso', 'grace')).toEqual(ofContoso)
  expect(leavings.listOfGroups('contoso', 'grace')).toEqual([ofTender])
  expect(leavings.findDeparture('contoso', 'omar')).toBeUndefined()
  expect(leavings.listOfGroups('fabrikam', 'grace')).toEqual([])
})

test('a second address of the same leaving takes the place of the first', () => {
  const leavings = createLeavings(storage)
  leavings.keep(ofTender)
  leavings.keep(ofContoso)
  leavings.keep({ ...ofTender, receipt: '/receipts/again' })
  expect(leavings.list().map(({ receipt }) => receipt)).toEqual([
    '/receipts/again',
    '/receipts/contoso',
  ])
})

test('what has ended is forgotten by its address, and what cannot be read is nothing', () => {
  const leavings = createLeavings(storage)
  leavings.keep(ofTender)
  leavings.keep(ofContoso)
  leavings.forget(ofTender.receipt)
  expect(leavings.list()).toEqual([ofContoso])
  storage.setItem('foyer.leavings', '{')
  expect(leavings.list()).toEqual([])
})
