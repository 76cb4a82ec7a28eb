import { expect, test } from 'vitest'
import { toCsv } from './csv.ts'

test('rows end with CRLF, and every cell is quoted', () => {
  expect(toCsv([['Guest', 'Until'], ['Lena Vogel', '2027-03-31'], []])).toBe(
    '"Guest","Until"\r\n"Lena Vogel","2027-03-31"\r\n\r\n',
  )
  expect(toCsv([])).toBe('')
})

test('quotes are doubled; commas and line ends stay within their cell', () => {
  expect(toCsv([['Vogel, "Lena"', 'one\r\ntwo', '']])).toBe('"Vogel, ""Lena""","one\r\ntwo",""\r\n')
})

test.each([
  '=1+1',
  '+1',
  '-1',
  '@SUM(A1)',
  '\t=1',
  '\r=1',
  '\n=1',
  '＝1',
  '＋1',
  '－1',
  '＠A1',
  '=HYPERLINK("http://evil.example","Lena")',
])('%j is a text and no formula', (cell) => {
  const [written = ''] = toCsv([[cell]]).split(/\r\n$/)
  expect(written).toBe(`"'${cell.replaceAll('"', '""')}"`)
})

test('where a program separates by semicolons, no formula begins within a cell', () => {
  expect(toCsv([['Lena;=1+1', 'a,=1']])).toBe('"Lena;=1+1","a,=1"\r\n')
})

test('a name that only holds such a sign stays as it is', () => {
  expect(toCsv([['Anne-Marie', 'o@mail', "'quoted"]])).toBe('"Anne-Marie","o@mail","\'quoted"\r\n')
})
