import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

export type Row = readonly string[]

/** What one part of the bench measured, as a table. */
export interface Part {
  readonly name: string
  readonly head: Row
  readonly rows: readonly Row[]
}

const report = join(import.meta.dirname, '..', '..', 'docs', 'performance.md')

export function tableOf({ head, rows }: Part): string {
  const widths = head.map((title, place) =>
    Math.max(3, title.length, ...rows.map((row) => row[place]?.length ?? 0)),
  )
  const line = (cells: Row) =>
    `| ${cells.map((cell, place) => cell.padEnd(widths[place] ?? 0)).join(' | ')} |`
  const rule = `| ${widths.map((width) => '-'.repeat(width)).join(' | ')} |`
  return [line(head), rule, ...rows.map(line)].join('\n')
}

/**
 * Puts a table in the place of the last one, between its two markers.
 *
 * @throws where the report has no place for it.
 */
export async function writeReport(part: Part): Promise<void> {
  const text = await readFile(report, 'utf8')
  const begin = `<!-- bench: ${part.name} -->\n`
  const end = `\n<!-- end: ${part.name} -->`
  const from = text.indexOf(begin)
  const to = text.indexOf(end)
  if (from < 0 || to < from) throw new Error(`docs/performance.md has no place for ${part.name}`)
  const head = text.slice(0, from + begin.length)
  await writeFile(report, `${head}\n${tableOf(part)}\n${text.slice(to)}`)
}
