import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { OwnedStore } from '../../src/store/store.ts'
import type { contosoId } from './test-store.ts'

/**
 * Checks a chain by the words of docs/operations.md and with none of the program's own code, so
 * that a mistake of the program is not one of its check as well.
 *
 * @returns the positions at which the hash is not what it says it is.
 */
export async function checkChain(
  { database }: OwnedStore,
  organizationId: typeof contosoId,
): Promise<number[]> {
  const { rows } = await database.transaction().execute(async (transaction) => {
    await sql`SELECT set_config('foyer.organization', ${organizationId}, true)`.execute(transaction)
    return sql<{ row: string }>`
      SELECT (to_jsonb(j) || jsonb_build_object(
        'at', to_char(at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'),
        'words', encode(sha256(words), 'hex'),
        'hash', encode(hash, 'hex'),
        'previous_hash', encode(previous_hash, 'hex')
      ))::text AS row FROM journal AS j
      WHERE organization_id = ${organizationId} ORDER BY position`.execute(transaction)
  })
  const wrong: number[] = []
  let before = '00'.repeat(32)
  for (const { row } of rows) {
    const { hash, previous_hash: previous, ...columns } = JSON.parse(row) as Record<string, unknown>
    const names = Object.keys(columns).map((name) => [name, camel(name)] as const)
    const members = Object.fromEntries(names.map(([name, member]) => [member, columns[name]]))
    const expected = createHash('sha256')
      .update(Buffer.from(before, 'hex'))
      .update(JSON.stringify(sorted(members)))
      .digest('hex')
    if (hash !== expected || previous !== before) wrong.push(Number(columns['position']))
    before = String(hash)
  }
  return wrong
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted)
  if (typeof value !== 'object' || value === null) return value
  const names = Object.keys(value).toSorted()
  return Object.fromEntries(
    names.map((name) => [name, sorted((value as Record<string, unknown>)[name])]),
  )
}

function camel(name: string): string {
  return name.replaceAll(/_(.)/g, (_, letter: string) => letter.toUpperCase())
}
