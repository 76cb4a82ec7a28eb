import { type Kysely, sql } from 'kysely'
import type { Tables } from '../../src/store/tables.ts'

interface Column {
  readonly tableName: string
  readonly columnName: string
  readonly dataType: string
  readonly isNullable: 'YES' | 'NO'
  readonly columnDefault: string | null
}

const typeOf: Readonly<Record<string, string>> = {
  uuid: 'string',
  text: 'string',
  boolean: 'boolean',
  integer: 'number',
  smallint: 'number',
  bigint: 'number',
  date: 'string',
  'timestamp with time zone': 'Date',
  bytea: 'Uint8Array',
  ARRAY: 'string[]',
  jsonb: 'unknown',
}
const idOf: Readonly<Record<string, string>> = {
  organization_id: 'OrganizationId',
  guest_id: 'PersonId',
  to_guest_id: 'PersonId',
  person_id: 'PersonId',
  owner_id: 'PersonId',
  group_id: 'GroupId',
  outer_group_id: 'GroupId',
}

/** src/store/tables.ts, as the information schema of a migrated database says that it must be. */
export async function readSchemaText(database: Kysely<Tables>): Promise<string> {
  const { rows } = await sql<Column>`
    SELECT table_name, column_name, data_type, is_nullable, column_default
    FROM information_schema.columns
    WHERE table_schema = 'public' AND table_name NOT IN ('migration', 'migration_lock')
    ORDER BY table_name, ordinal_position`.execute(database)
  const tables = Map.groupBy(rows, ({ tableName }) => tableName)
  const interfaces = [...tables].map(
    ([name, columns]) => `interface ${pascal(name)} {\n${columns.map(line).join('\n')}\n}`,
  )
  const members = [...tables.keys()].map((name) => `  readonly ${camel(name)}: ${pascal(name)}`)
  return `import type { GroupId, OrganizationId, PersonId } from '@foyer/contracts/ids'
import type { Generated } from 'kysely'

// Written by the test of the schema (vitest -u) from a migrated database: never by hand.
${interfaces.join('\n\n')}

/** The tables of the store and their columns, as the migrations make them. */
export interface Tables {
${members.join('\n')}
}
`
}

function line({ columnName, dataType, isNullable, columnDefault }: Column): string {
  const known = idOf[columnName] ?? typeOf[dataType]
  if (!known) throw new Error(`no type for ${dataType}, that of ${columnName}`)
  const type = isNullable === 'YES' && known !== 'unknown' ? `${known} | null` : known
  return `  ${camel(columnName)}: ${columnDefault === null ? type : `Generated<${type}>`}`
}

function camel(name: string): string {
  return name.replaceAll(/_(\w)/g, (_, letter: string) => letter.toUpperCase())
}

function pascal(name: string): string {
  return camel(`_${name}`)
}
