import { expect, test } from 'vitest'
import { writeSampleFile } from './sample-file.ts'

test('the sample has every column, a day to come and addresses that nobody has', () => {
  const [head, ...rows] = writeSampleFile('2026-11-27').trimEnd().split('\r\n')
  expect(head).toBe('"address","name","purpose","end date","groups","language","message","sponsor"')
  expect(rows).toHaveLength(2)
  for (const row of rows) expect(row).toMatch(/^"\w+@\w+\.example",.*"2027-02-25"/)
})
