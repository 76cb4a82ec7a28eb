import { readFileSync } from 'node:fs'
import { join } from 'node:path'

const page = readFileSync(
  join(import.meta.dirname, '..', '..', '..', '..', 'docs', 'permissions.md'),
  'utf8',
)

type Row = Readonly<Record<string, string>>

/** The table below a heading of docs/permissions.md, each row by the names of its columns. */
export function readTable(heading: string): readonly Row[] {
  const section = page.split(/^## /m).find((part) => part.startsWith(`${heading}\n`))
  const [head, , ...rows] = (section ?? '')
    .split('\n')
    .filter((line) => line.startsWith('|'))
    .map((line) =>
      line
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.trim().replaceAll('`', '')),
    )
  if (!head || rows.length === 0) throw new Error(`docs/permissions.md has no table "${heading}"`)
  return rows.map((cells) =>
    Object.fromEntries(head.map((column, place) => [column, cells[place] ?? ''])),
  )
}

/** One column of a table by another one. */
export function readColumn(heading: string, key: string, value: string): Record<string, string> {
  return Object.fromEntries(readTable(heading).map((row) => [row[key] ?? '', row[value] ?? '']))
}

/** The names in a cell; "–" is none. */
export function listNames(cell: string | undefined): readonly string[] {
  return cell === undefined || cell === '–' ? [] : cell.split(', ').toSorted()
}
