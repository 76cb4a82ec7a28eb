import {
  type FileColumn,
  type FileFault,
  mostFileRows,
} from '@foyer/contracts/invitation-file-check'
import { CsvError, type CsvRow, readCsv } from './read-csv.ts'

/** What a row says, by columns. One that the file does not have says nothing. */
export interface FileRow {
  readonly line: number
  readonly cells: Readonly<Partial<Record<FileColumn, string>>>
  /** Whether it has more cells than the head, so that nobody knows what is where. */
  readonly isTooLong: boolean
}

export type ReadFile = { readonly rows: readonly FileRow[] } | { readonly fault: FileFault }

/** How people head their columns, in English and German. */
const heads: Readonly<Record<FileColumn, readonly string[]>> = {
  address: ['address', 'email', 'mail', 'e-mail', 'email address', 'adresse', 'e-mail-adresse'],
  name: ['name'],
  purpose: ['purpose', 'zweck'],
  'end-date': ['end date', 'end-date', 'enddate', 'until', 'enddatum', 'bis'],
  groups: ['groups', 'gruppen'],
  language: ['language', 'sprache'],
  message: ['message', 'nachricht'],
  sponsor: ['sponsor'],
}

const needed: readonly FileColumn[] = ['address', 'name', 'purpose', 'end-date']

/**
 * Reads a file as rows of invitations. Which column is where, its head says; one that nobody knows is
 * no reason to guess: it may be a misspelt one, whose groups or end would be missing.
 *
 * @param text what a browser has read as UTF-8, with a byte order mark or without.
 */
export function readFile(text: string): ReadFile {
  // Where bytes were no UTF-8, a decoder writes this sign; no table has a NUL, but UTF-16 does.
  const strange = text.search(/[\uFFFD\0]/)
  if (strange !== -1) {
    return {
      fault: { because: 'not-utf-8', line: text.slice(0, strange).split(/\r\n|\r|\n/).length },
    }
  }
  try {
    return readRows(readCsv(text.replace(/^\uFEFF/, '')))
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    return { fault: { because: 'quotes-broken', line: error.line } }
  }
}

function readRows(lines: Generator<CsvRow, void>): ReadFile {
  const head = lines.next().value
  if (!head) return { fault: { because: 'empty' } }
  const columns = readHead(head)
  if ('because' in columns) return { fault: columns }
  const rows: FileRow[] = []
  for (const { line, cells } of lines) {
    if (rows.length === mostFileRows) return { fault: { because: 'too-many-rows', line } }
    rows.push({
      line,
      cells: Object.fromEntries(
        columns.map((column, place) => [column, cells[place]?.trim() ?? '']),
      ),
      isTooLong: cells.slice(columns.length).some((cell) => cell.trim() !== ''),
    })
  }
  return rows.length === 0 ? { fault: { because: 'empty' } } : { rows }
}

function readHead({ line, cells }: CsvRow): readonly FileColumn[] | FileFault {
  const named = cells.map((cell) => cell.trim())
  // What a program writes for columns that somebody has emptied.
  while (named.at(-1) === '') named.pop()
  const columns: FileColumn[] = []
  for (const name of named) {
    const column = (Object.keys(heads) as FileColumn[]).find((each) =>
      heads[each].includes(name.toLowerCase()),
    )
    const told = { line, column: name.slice(0, 120) }
    if (!column) return { because: 'column-unknown', ...told }
    if (columns.includes(column)) return { because: 'column-twice', ...told }
    columns.push(column)
  }
  const missing = needed.find((column) => !columns.includes(column))
  return missing ? { because: 'column-missing', column: missing } : columns
}
