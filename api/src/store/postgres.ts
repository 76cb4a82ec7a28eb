import { PostgresDialect } from 'kysely'
import { Pool, TypeOverrides } from 'pg'
import type { Database } from './database.ts'
import { listenToPostgres } from './postgres-notices.ts'

const int8 = 20
const date = 1082

/** As PGlite reads them: counts are numbers, and a day is no instant of some time zone. */
const readers = new TypeOverrides()
readers.setTypeParser(int8, Number)
readers.setTypeParser(date, String)

/** A question to `ask` takes milliseconds: one that hangs is given up, with its connection. */
const longestAskMs = 2_000

/** A pool of connections to PostgreSQL 15 or later. Nothing is connected before the first query. */
export function openPostgres(url: string): Database {
  const pool = new Pool({
    connectionString: url,
    application_name: 'foyer',
    connectionTimeoutMillis: 5_000,
    types: readers,
  })
  // A lost connection fails the query on it, or the next one that finds none. It is also an event,
  // which would end the process if nobody listened: of the pool while it is idle, else of the client.
  pool.on('error', () => {})
  pool.on('connect', (client) => client.on('error', () => {}))
  return {
    kind: 'postgres',
    dialect: new PostgresDialect({ pool }),
    async ask(name, text, values) {
      const question = { name, text, values: [...values], query_timeout: longestAskMs }
      return (await pool.query<object>(question)).rows
    },
    listen: async (channel, onNotice) => listenToPostgres(url, channel, onNotice),
    // The server's disk is the server's; it refuses for itself, without harm.
    hasRoom: async () => true,
    // Kysely ends the pool.
    [Symbol.asyncDispose]: async () => {},
  }
}
