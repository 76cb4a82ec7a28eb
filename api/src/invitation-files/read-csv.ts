/** One row, and the line of the text in which it begins, counted from 1. */
export interface CsvRow {
  readonly line: number
  readonly cells: readonly string[]
}

/** The text cannot be told apart into cells from this line on. */
export class CsvError extends Error {
  override readonly name = 'CsvError'
  readonly line: number

  constructor(line: number) {
    super(`the quotes of line ${line} do not fit`)
    this.line = line
  }
}

/** More cells than any head of ours has, so that a row of a million commas is short too. */
const mostCells = 50

const separators = [',', ';'] as const

/**
 * Reads comma-separated values (RFC 4180), also those that a program of a country with decimal commas
 * has separated by semicolons. Lines end with CRLF, LF or CR; those that hold nothing are no rows.
 *
 * It reads no further than it is asked for, so that a text of millions of rows costs little.
 *
 * @throws {CsvError} for a quote that does not end, that stands in a cell without quotes, or that is
 *   followed by something else than the end of its cell.
 */
export function* readCsv(text: string): Generator<CsvRow, void> {
  const separator = separatorOf(text)
  let at = 0
  let line = 1
  while (at < text.length) {
    const row: string[] = []
    const begin = line
    for (;;) {
      const cell =
        text[at] === '"' ? readQuoted(text, at, line) : readPlain(text, at, separator, line)
      if (row.length < mostCells) row.push(cell.text)
      at = cell.end
      line += cell.breaks
      if (text[at] !== separator) break
      at += 1
    }
    at += text.startsWith('\r\n', at) ? 2 : 1
    line += 1
    if (row.some((cell) => cell.trim() !== '')) yield { line: begin, cells: row }
  }
}

interface Cell {
  readonly text: string
  /** Where what follows begins. */
  readonly end: number
  /** How many lines end within it. */
  readonly breaks: number
}

function readQuoted(text: string, begin: number, line: number): Cell {
  let end = begin + 1
  for (;;) {
    end = text.indexOf('"', end)
    if (end === -1) throw new CsvError(line)
    if (text[end + 1] !== '"') break
    end += 2
  }
  const follows = text[end + 1]
  if (follows !== undefined && !',;\r\n'.includes(follows)) throw new CsvError(line)
  const inner = text.slice(begin + 1, end)
  const breaks = inner.match(/\r\n|\r|\n/g)?.length ?? 0
  return { text: inner.replaceAll('""', '"'), end: end + 1, breaks }
}

function readPlain(text: string, begin: number, separator: string, line: number): Cell {
  let end = begin
  for (; end < text.length; end += 1) {
    const sign = text[end]
    if (sign === separator || sign === '\r' || sign === '\n') break
    if (sign === '"') throw new CsvError(line)
  }
  return { text: text.slice(begin, end), end, breaks: 0 }
}

/** By which the cells of the first line are separated: whichever it has more of. */
function separatorOf(text: string): ',' | ';' {
  const [head = ''] = text.trimStart().split(/[\r\n]/, 1)
  const [commas = 0, semicolons = 0] = separators.map((each) => head.split(each).length)
  return semicolons > commas ? ';' : ','
}
