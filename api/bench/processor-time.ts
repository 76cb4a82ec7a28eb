import { readFile } from 'node:fs/promises'
import { Client } from 'pg'
import type { ServerProcess } from './server-process.ts'

/** Linux counts processor time in hundredths of a second (proc(5), `stat`). */
const ticksASecond = 100

/**
 * How long processors have worked for a server and for its database so far, in seconds. Other
 * programs make everything slower, and this hardly longer.
 *
 * @returns undefined where the database's processes cannot be looked at.
 */
export async function processorTime(
  server: ServerProcess,
  databaseUrl: string | undefined,
): Promise<number | undefined> {
  const own = await server.cpuSeconds()
  if (databaseUrl === undefined) return own
  try {
    const ticks = await Promise.all((await backendsOf(databaseUrl)).map(ticksOf))
    return own + ticks.reduce((sum, each) => sum + each, 0) / ticksASecond
  } catch {
    // Another system, or another machine: the table says so.
    return undefined
  }
}

async function backendsOf(databaseUrl: string): Promise<number[]> {
  const client = new Client({ connectionString: databaseUrl })
  await client.connect()
  try {
    const { rows } = await client.query<{ pid: number }>(
      `SELECT pid FROM pg_stat_activity
        WHERE datname = current_database() AND pid <> pg_backend_pid()`,
    )
    return rows.map(({ pid }) => pid)
  } finally {
    await client.end()
  }
}

async function ticksOf(pid: number): Promise<number> {
  const [, fields = ''] = (await readFile(`/proc/${pid}/stat`, 'utf8')).split(') ')
  const [user, system] = fields.split(' ').slice(11, 13).map(Number)
  return (user ?? 0) + (system ?? 0)
}
