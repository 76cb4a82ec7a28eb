import { readStorePlace } from '../configuration/store-place.ts'
import { backUp } from '../store/backup.ts'
import { openUnmigrated } from '../store/store.ts'
import { restore } from '../store/restore.ts'
import type { Command } from './command.ts'

export const backupCommand: Command = {
  name: 'backup',
  summary: 'writes all that the store remembers into a new file, as of one moment',
  operands: ['FILE'],
  options: {},
  async run({ environment, operands: [file = ''], progress }) {
    await using store = await openUnmigrated(readStorePlace(environment))
    const rows = await backUp(store, file, (table, count) => progress(`${table}: ${count} rows`))
    return { said: `${file} holds ${rows} rows.`, data: { file, rows } }
  },
}

export const restoreCommand: Command = {
  name: 'restore',
  summary: 'fills an empty store from a backup, of either kind of database',
  operands: ['FILE'],
  options: {},
  async run({ environment, operands: [file = ''], progress }) {
    await using store = await openUnmigrated(readStorePlace(environment))
    const rows = await restore(store, file, (table, count) => progress(`${table}: ${count} rows`))
    const said = `The store holds the ${rows} rows of ${file}; every directory will be read anew.`
    return { said, data: { file, rows } }
  },
}
