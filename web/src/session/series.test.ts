import { beforeEach, expect, test } from 'vitest'
import { inMemory } from '../../test/in-memory.ts'
import { createSeries } from './series.ts'

let storage: Storage

beforeEach(() => {
  storage = inMemory()
})

const grace = { organizationId: 'contoso', accountId: 'grace' }
const tender = { groupId: 'tender', name: 'Tender 2026' }
const drawings = { groupId: 'drawings', name: 'Harbour Drawings' }

test('a series of Grace’s is neither that of another account nor of another organization', () => {
  const series = createSeries(storage)
  series.begin(grace, [tender, drawings])
  expect(series.list(grace)).toEqual([tender, drawings])
  expect(series.list({ ...grace, accountId: 'omar' })).toEqual([])
  expect(series.list({ ...grace, organizationId: 'fabrikam' })).toEqual([])
})

test('what has become of one group leaves the others as they are, in their order', () => {
  const series = createSeries(storage)
  series.begin(grace, [tender, drawings])
  series.note(grace, { ...tender, receipt: '/receipts/tender' })
  expect(series.list(grace)).toEqual([{ ...tender, receipt: '/receipts/tender' }, drawings])
})

test('one that did not go is taken up again, and what went before stays told', () => {
  const series = createSeries(storage)
  series.begin(grace, [tender, drawings])
  series.note(grace, { ...tender, receipt: '/receipts/tender' })
  series.note(grace, { ...drawings, failure: { code: 'network-failed' } })
  series.begin(grace, [drawings])
  expect(series.list(grace)).toEqual([{ ...tender, receipt: '/receipts/tender' }, drawings])
})

test('another choice begins anew', () => {
  const series = createSeries(storage)
  series.begin(grace, [tender])
  series.begin(grace, [tender, drawings])
  expect(series.list(grace)).toEqual([tender, drawings])
})

test('one that is left by itself goes from the series, and the last one ends it', () => {
  const series = createSeries(storage)
  series.begin(grace, [tender, drawings])
  series.drop(grace, 'tender')
  expect(series.list(grace)).toEqual([drawings])
  series.drop(grace, 'drawings')
  expect(storage.length).toBe(0)
})

test('what cannot be read is nothing', () => {
  storage.setItem('foyer.series.contoso.grace', '{')
  expect(createSeries(storage).list(grace)).toEqual([])
})
