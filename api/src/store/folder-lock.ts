import { readFileSync, writeFileSync } from 'node:fs'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { ConfigurationError } from '../configuration/configuration-error.ts'

interface Holder {
  readonly pid: number
  readonly host: string
  readonly since: string
}

/**
 * Keeps every other process out of a folder until it is released or this process ends, however it
 * ends. The lock is the operating system's, taken through SQLite because Node has no call for it:
 * it cannot become stale, and does not depend on process ids, which are used again and mean
 * nothing from one container to the next. The holder's name beside it is for the sentence only.
 *
 * @throws {ConfigurationError} that names the process which holds it.
 */
export function lockFolder(folder: string): Disposable {
  const lock = new DatabaseSync(join(folder, 'lock'), { timeout: 0 })
  const holderFile = join(folder, 'holder.json')
  try {
    lock.exec('BEGIN EXCLUSIVE')
  } catch (error) {
    lock.close()
    if (!isBusy(error)) throw error
    throw new ConfigurationError(`${folder} is in use by ${describeHolder(holderFile)}`, {
      cause: error,
    })
  }
  const holder: Holder = { pid: process.pid, host: hostname(), since: new Date().toISOString() }
  writeFileSync(holderFile, JSON.stringify(holder), { mode: 0o600 })
  return {
    [Symbol.dispose]() {
      if (lock.isOpen) lock.close()
    },
  }
}

const sqliteBusy = 5

function isBusy(error: unknown): boolean {
  return error instanceof Error && (error as { errcode?: unknown }).errcode === sqliteBusy
}

function describeHolder(holderFile: string): string {
  try {
    const { pid, host, since } = JSON.parse(readFileSync(holderFile, 'utf8')) as Holder
    return `process ${pid} on ${host} since ${since}`
  } catch {
    return 'another process, which has not said yet which'
  }
}
