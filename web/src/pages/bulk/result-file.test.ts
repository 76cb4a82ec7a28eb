import type { BulkItem } from '@foyer/contracts/bulk-extension'
import { setupI18n } from '@lingui/core'
import { expect, test } from 'vitest'
import { writeResult } from './result-file.ts'

const i18n = setupI18n({ locale: 'en', locales: ['en-GB'], messages: { en: {} } })
const lena = '5a6a825e-190a-40b6-bd2b-cbcae1a3a10b' as BulkItem['guestId']

test('what somebody has written is no formula in a program that calculates tables', () => {
  const items: BulkItem[] = [
    { guestId: lena, name: '=HYPERLINK("https://evil.example")', state: 'done' },
    { guestId: lena, state: 'failed', because: 'guest-not-found' },
  ]
  const bulk = { until: '2027-03-31', reason: '+1 phase', organization: '@Contoso' }
  const [head, first, second] = writeResult(i18n, items, bulk).split('\r\n')
  expect(head).toBe('\u{FEFF}"Guest","Object ID","Outcome","Until","Because"')
  expect(first).toBe(
    `"'=HYPERLINK(""https://evil.example"")","${lena}","Extended","2027-03-31","'+1 phase"`,
  )
  expect(second).toMatch(`"","${lena}","Not extended","","You do not vouch for them at @Contoso`)
})
