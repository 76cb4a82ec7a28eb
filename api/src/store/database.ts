import type { Dialect } from 'kysely'

/** One of the two homes of a store, opened. Both understand the same SQL. */
export interface Database extends AsyncDisposable {
  readonly kind: 'postgres' | 'embedded'
  readonly dialect: Dialect
  /** One statement of its own, which the database keeps prepared under the name. It takes milliseconds. */
  ask(name: string, text: string, values: readonly string[]): Promise<readonly object[]>
  /** Calls whenever something is told on a channel. What is told while nobody is connected is lost. */
  listen(channel: string, onNotice: () => void): Promise<AsyncDisposable>
  /** Whether there is room to write. */
  hasRoom(): Promise<boolean>
}
