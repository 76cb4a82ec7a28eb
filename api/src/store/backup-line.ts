/**
 * A backup is a gzip of lines of JSON: one head, any number of rows, one end. What stands in it is
 * independent of the home of the store, so that it moves from one to the other.
 */
export interface BackupHead {
  readonly foyerBackup: 1
  /** The newest migration of the store it was made of. */
  readonly schema: string
  readonly at: string
}

/** Rows of one table, all of one organization; the organizations themselves come first. */
export interface BackupRows {
  readonly table: string
  readonly organization: string | null
  readonly rows: readonly object[]
}

/** Without it a backup was cut off, and with another sum it was altered. */
export interface BackupEnd {
  readonly rows: number
  /** Of every line before, in hex. */
  readonly sha256: string
}

/** Why a backup cannot be made or used, in one sentence. */
export class BackupError extends Error {
  override readonly name = 'BackupError'
}
