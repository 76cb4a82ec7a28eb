/**
 * Begins a formula in a program that calculates tables, and at the beginning of a cell only (OWASP,
 * "CSV Injection"); the wide forms count too where such a program reads East Asian text.
 */
const formulaBegin = /^[=+\-@\t\r\n＝＋－＠]/

/**
 * Rows as a text of comma-separated values (RFC 4180), in which no cell is a formula: one that could
 * be begins with an apostrophe. Every cell is quoted, so that a program that separates by something
 * else than commas finds no cell within one.
 */
export function toCsv(rows: readonly (readonly string[])[]): string {
  return rows.map((cells) => `${cells.map(quote).join(',')}\r\n`).join('')
}

function quote(cell: string): string {
  const harmless = formulaBegin.test(cell) ? `'${cell}` : cell
  return `"${harmless.replaceAll('"', '""')}"`
}
