import { expect, test } from 'vitest'
import { type CalendarEntry, writeCalendarFile } from './calendar-file.ts'

const entry: CalendarEntry = {
  uid: 'foyer-contoso-grace',
  day: '2027-03-31',
  summary: 'Your access to Contoso ends',
  description: 'https://foyer.example/o/contoso',
  writtenAt: new Date('2026-11-22T09:30:15.250Z'),
}

test('the last day is a whole day of the calendar, and every line ends as RFC 5545 says', () => {
  expect(writeCalendarFile(entry)).toBe(
    [
      'BEGIN:VCALENDAR',
      'VERSION:2.0',
      'PRODID:-//Foyer//Foyer//EN',
      'BEGIN:VEVENT',
      'UID:foyer-contoso-grace',
      'DTSTAMP:20261122T093015Z',
      'DTSTART;VALUE=DATE:20270331',
      'SUMMARY:Your access to Contoso ends',
      'DESCRIPTION:https://foyer.example/o/contoso',
      'TRANSP:TRANSPARENT',
      'END:VEVENT',
      'END:VCALENDAR',
      '',
    ].join('\r\n'),
  )
})

test.each([
  ['commas, semicolons', 'Müller, Söhne; Co', 'Müller\\, Söhne\\; Co'],
  ['backslashes', 'C:\\new', 'C:\\\\new'],
  ['line breaks of every system', 'one\r\ntwo\nthree\rfour', 'one\\ntwo\\nthree\\nfour'],
  ['what would begin another line', 'Contoso\r\nATTACH:file', 'Contoso\\nATTACH:file'],
  ['control characters', 'Con\u0000to\u001bso\tAG', 'Contoso\tAG'],
])('%s do not end the value', (_, summary, written) => {
  expect(writeCalendarFile({ ...entry, summary })).toContain(`\r\nSUMMARY:${written}\r\n`)
})

test.each([
  ['Latin', 'Contoso Harbour Redevelopment '.repeat(8)],
  ['umlauts', 'ä'.repeat(200)],
  ['Japanese', 'フォイヤー'.repeat(30)],
  ['signs of four bytes', '🚪'.repeat(60)],
  ['one byte before such a sign', `x${'🚪'.repeat(60)}`],
])('long lines of %s are folded at 75 bytes, and no character is broken', (_, summary) => {
  const file = writeCalendarFile({ ...entry, summary })
  const encoder = new TextEncoder()
  for (const line of file.split('\r\n')) {
    expect(encoder.encode(line).length).toBeLessThanOrEqual(75)
  }
  expect(file).not.toContain('\uFFFD')
  expect(file.replaceAll('\r\n ', '')).toContain(`\r\nSUMMARY:${summary}\r\n`)
})

test('a line of 75 bytes is not folded, and one of 76 is', () => {
  const room = 75 - 'SUMMARY:'.length
  const [fits, is] = ['a'.repeat(room), 'a'.repeat(room + 1)]
  expect(writeCalendarFile({ ...entry, summary: fits })).toContain(`SUMMARY:${fits}\r\n`)
  expect(writeCalendarFile({ ...entry, summary: is })).toContain(`SUMMARY:${fits}\r\n a\r\n`)
})
