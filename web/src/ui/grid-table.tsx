import type { ReactNode } from 'react'

/**
 * The parts of a table whose rows are laid out as grids. That takes from the elements what they are to
 * whoever hears the page, so each of them says it.
 */
const roles = {
  table: { role: 'table' },
  rows: { role: 'rowgroup' },
  row: { role: 'row' },
  column: { role: 'columnheader' },
  name: { role: 'rowheader' },
  cell: { role: 'cell' },
} as const

interface Part {
  readonly className?: string | undefined
  readonly children: ReactNode
}

export function GridTable({
  className,
  caption,
  head,
  headClassName,
  children,
}: Part & {
  /** What the table is, for whoever hears it. */
  readonly caption: ReactNode
  /** One row of columns. */
  readonly head: ReactNode
  readonly headClassName?: string | undefined
}) {
  return (
    <table {...roles.table} className={className}>
      <caption className="foyer-hidden">{caption}</caption>
      <thead {...roles.rows} className={headClassName}>
        {head}
      </thead>
      <tbody {...roles.rows}>{children}</tbody>
    </table>
  )
}

export function GridRow({ className, children }: Part) {
  return (
    <tr {...roles.row} className={className}>
      {children}
    </tr>
  )
}

export function GridColumn({ children }: Part) {
  return (
    <th {...roles.column} scope="col">
      {children}
    </th>
  )
}

/** The cell that names its row. */
export function GridRowName({ className, children }: Part) {
  return (
    <th {...roles.name} scope="row" className={className}>
      {children}
    </th>
  )
}

export function GridCell({ className, children }: Part) {
  return (
    <td {...roles.cell} className={className}>
      {children}
    </td>
  )
}
