import type { Dialect } from 'kysely'

/** One of the two homes of a store, opened. Both understand the same SQL. */
export interface Database extends AsyncDisposable {
  readonly kind: 'postgres' | 'embedded'
  readonly dialect: Dialect
  /** Whether there is room to write. */
  hasRoom(): Promise<boolean>
}
