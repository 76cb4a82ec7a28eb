import { readStorePlace } from '../configuration/store-place.ts'
import { migrate, schemaVersion } from '../store/migrate.ts'
import { openUnmigrated } from '../store/store.ts'
import type { Command } from './command.ts'

export const migrateCommand: Command = {
  name: 'migrate',
  summary: 'brings the schema of the store to this version, as each start does',
  operands: [],
  options: {},
  async run({ environment }) {
    await using store = await openUnmigrated(readStorePlace(environment))
    const migrations = await migrate(store.database)
    const said =
      migrations.length === 0
        ? `The store was up to date, at ${schemaVersion}.`
        : `The store is at ${schemaVersion}; it ran ${migrations.join(', ')}.`
    return { said, data: { schema: schemaVersion, migrations } }
  },
}
