import type { InvitationFileItem } from '@foyer/contracts/invitation-file'
import { setupI18n } from '@lingui/core'
import { expect, test } from 'vitest'
import { writeFileResult } from './result-file.ts'

const i18n = setupI18n({ locale: 'en', locales: ['en-GB'], messages: { en: {} } })

test('what stood in a file is no formula in the file of its result', () => {
  const items: InvitationFileItem[] = [
    {
      line: 2,
      state: 'left-out',
      because: 'address-not-possible',
      mail: '=cmd|calc',
      name: '@SUM(A1)',
    },
    { line: 3, state: 'failed', because: 'a code of tomorrow', mail: 'nora@litware.example' },
    { line: 4, state: 'done', mail: 'femi@litware.example', name: '-1+1' },
  ]
  const [head, ...rows] = writeFileResult(i18n, items, 'Contoso').split('\r\n')
  expect(head).toBe('\u{FEFF}"Line","Address","Name","Outcome","Because"')
  expect(rows[0]).toBe(
    `"2","'=cmd|calc","'@SUM(A1)","Left out","Microsoft takes no such address. Look whether it is typed rightly."`,
  )
  expect(rows[1]).toMatch(/^"3","nora@litware.example","","Not invited","/)
  expect(rows[2]).toBe(`"4","femi@litware.example","'-1+1","Invited",""`)
})
