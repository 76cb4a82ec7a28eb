import { mostFileRows } from '@foyer/contracts/invitation-file-check'
import type { Day } from '@foyer/lifecycle/calendar'
import { describe, expect, test } from 'vitest'
import { CsvError, readCsv } from '../../src/invitation-files/read-csv.ts'
import { readFile } from '../../src/invitation-files/read-file.ts'
import { readRow, type RowRules } from '../../src/invitation-files/read-row.ts'

// How a file is read, before anybody is asked about it.

const cellsOf = (text: string) => [...readCsv(text)].map(({ cells }) => cells)

describe('comma-separated values', () => {
  test.each([
    [
      'commas',
      'a,b\r\nc,d\r\n',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    [
      'semicolons',
      'a;b\nc,1;d',
      [
        ['a', 'b'],
        ['c,1', 'd'],
      ],
    ],
    [
      'old line ends',
      'a,b\rc,d',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    [
      'quotes',
      'a,b\n"c, ""d""","e\r\nf"\n',
      [
        ['a', 'b'],
        ['c, "d"', 'e\r\nf'],
      ],
    ],
    [
      'nothing in a line',
      'a,b\n\n,\n  \nc,d\n',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    [
      'nothing in a cell',
      'a,b,c\n,,d\n"",x,',
      [
        ['a', 'b', 'c'],
        ['', '', 'd'],
        ['', 'x', ''],
      ],
    ],
    [
      'no end of the last line',
      'a,b\n"c",',
      [
        ['a', 'b'],
        ['c', ''],
      ],
    ],
    ['no text', '', []],
  ])('with %s', (_what, text, rows) => {
    expect(cellsOf(text)).toEqual(rows)
  })

  test('tell in which line each row begins', () => {
    const rows = [...readCsv('a,b\r\n"one\r\ntwo\nthree",x\r\n\r\nlast,y')]
    expect(rows.map(({ line, cells: [first] }) => [line, first])).toEqual([
      [1, 'a'],
      [2, 'one\r\ntwo\nthree'],
      [6, 'last'],
    ])
  })

  test.each([
    ['that does not end', 'a,b\nc,"d\ne,f', 2],
    ['in a cell without quotes', 'a,b\nc,d\ne "f",g', 3],
    ['with something behind it', 'a,b\n"c"d,e', 2],
  ])('have no quote %s', (_what, text, line) => {
    expect(() => cellsOf(text)).toThrow(new CsvError(line))
  })

  test('of a row of a million commas and of a million rows cost little', () => {
    const begin = performance.now()
    expect(cellsOf(`a,b\n${','.repeat(1_000_000)}x`)).toHaveLength(1)
    expect(readFile(`address,name,purpose,end date\n${'a,b,c,d\n'.repeat(240_000)}`)).toEqual({
      fault: { because: 'too-many-rows', line: mostFileRows + 2 },
    })
    expect(performance.now() - begin).toBeLessThan(2_000)
  })
})

const head = 'address,name,purpose,end date'
const row = 'nora@litware.example,Nora Hansen,Winter tender,2027-03-31'

describe('a file', () => {
  test.each([
    ['with a byte order mark', `\uFEFF${head}\r\n${row}`],
    ['of German words and semicolons', `Adresse;Name;Zweck;Enddatum\n${row.replaceAll(',', ';')}`],
    [
      'with its columns in another order',
      'End date,Purpose,NAME, E-Mail \n2027-03-31,Winter tender,Nora Hansen,nora@litware.example',
    ],
    ['with empty columns behind', `${head},,\n${row},,`],
    ['whose columns are quoted', `"address","name","purpose","end date"\n${row}`],
  ])('%s is the same', (_what, text) => {
    const read = readFile(text)
    expect('rows' in read && read.rows[0]?.cells).toEqual({
      address: 'nora@litware.example',
      name: 'Nora Hansen',
      purpose: 'Winter tender',
      'end-date': '2027-03-31',
    })
  })

  const latin1 = new TextDecoder().decode(Buffer.from(`${head}\nmüller`, 'latin1'))
  const utf16 = new TextDecoder().decode(Buffer.from(`${head}\n${row}`, 'utf16le'))
  test.each([
    ['of Latin-1', latin1, { because: 'not-utf-8', line: 2 }],
    ['of UTF-16', utf16, { because: 'not-utf-8', line: 1 }],
    ['that is no text', 'PK\u0003\u0004\u0000', { because: 'not-utf-8', line: 1 }],
    ['of nothing', '\uFEFF', { because: 'empty' }],
    ['of a head', `${head}\r\n\r\n`, { because: 'empty' }],
    [
      'of rows without a head',
      row,
      { because: 'column-unknown', line: 1, column: 'nora@litware.example' },
    ],
    [
      'without an end date',
      'address,name,purpose\na,b,c',
      { because: 'column-missing', column: 'end-date' },
    ],
    [
      'with a misspelt column',
      `${head},grups\n${row},x`,
      { because: 'column-unknown', line: 1, column: 'grups' },
    ],
    [
      'with a column twice',
      `${head},mail\n${row},x`,
      { because: 'column-twice', line: 1, column: 'mail' },
    ],
    ['with a broken quote', `${head}\n${row}\n"a,b`, { because: 'quotes-broken', line: 3 }],
  ])('%s is not read', (_what, text, fault) => {
    expect(readFile(text)).toEqual({ fault })
  })
})

const rules: RowRules = {
  latestEnd: '2027-06-30' as Day,
  today: '2026-11-27' as Day,
  domains: ['contoso.com'],
  language: 'en',
}
const good = {
  address: 'nora@litware.example',
  name: 'Nora Hansen',
  purpose: 'Winter tender',
  'end-date': '2027-03-31',
}
const read = (cells: object, isTooLong = false) => {
  const { findings, ...wanted } = readRow(
    { line: 2, cells: { ...good, ...cells }, isTooLong },
    rules,
  )
  return { wanted, reasons: findings.map(({ reason, column }) => `${reason} ${column ?? ''}`) }
}

describe('a row', () => {
  test.each([
    ['address', '', 'missing address'],
    ['address', 'nora@', 'address-not-possible address'],
    ['address', 'nora+tag@litware.example', 'address-not-possible address'],
    ['address', 'nоra@litware.example', 'address-not-possible address'],
    ['address', `${'n'.repeat(260)}@litware.example`, 'address-not-possible address'],
    ['address', 'Nora@CONTOSO.com', 'own-domain address'],
    ['name', '', 'missing name'],
    ['name', 'n'.repeat(121), 'too-long name'],
    ['name', 'Nora\u202Enesnah', 'words-not-plain name'],
    ['name', 'Nora\nHansen', 'words-not-plain name'],
    ['purpose', 'see evil.example/pay', 'words-not-plain purpose'],
    ['end-date', '', 'missing end-date'],
    ['end-date', '3/31/2027', 'end-not-readable end-date'],
    ['end-date', '31.02.2027', 'end-not-readable end-date'],
    ['end-date', '2026-11-27', 'end-in-the-past end-date'],
    ['end-date', '2027-07-01', 'end-over-the-cap end-date'],
    [
      'groups',
      Array.from({ length: 21 }, (_, each) => `g${each}`).join('|'),
      'too-many-groups groups',
    ],
    ['language', 'fr', 'language-unknown language'],
    ['language', 'constructor', 'language-unknown language'],
    ['message', 'x'.repeat(501), 'too-long message'],
    ['message', 'https://evil.example', 'words-not-plain message'],
    ['sponsor', 'Sam', 'sponsor-not-possible sponsor'],
  ])('whose %s is %j will fail', (column, cell, reason) => {
    expect(read({ [column]: cell }).reasons).toEqual([reason])
  })

  test('with more cells than the head will fail: nobody knows which is which', () => {
    expect(read({}, true).reasons).toEqual(['too-many-cells '])
  })

  test('names groups between bars, a German day and a language by its name', () => {
    const cells = {
      groups: 'Tender 2026 | Harbour, north|Tender 2026',
      'end-date': '1.3.2027',
      language: 'Deutsch',
    }
    const { wanted, reasons } = read(cells)
    expect(reasons).toEqual([])
    expect(wanted).toMatchObject({
      groups: ['Tender 2026', 'Harbour, north'],
      endsOn: '2027-03-01',
      language: 'de',
    })
  })
})
