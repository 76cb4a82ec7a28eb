/**
 * Why the store did not do what it was asked:
 * - `unreachable`: the database does not answer, or ended the connection;
 * - `read-only`: its disk is nearly full, so that nothing more is written;
 * - `inside-transaction`: asked from within one of its own transactions, whose handle is the only way;
 * - `unknown-organization`: the organization has no row, so nothing can be its.
 */
export type StoreFailure =
  'unreachable' | 'read-only' | 'inside-transaction' | 'unknown-organization'

export class StoreError extends Error {
  override readonly name = 'StoreError'
  readonly reason: StoreFailure

  constructor(reason: StoreFailure, message: string, options?: ErrorOptions) {
    super(message, options)
    this.reason = reason
  }
}

const fullDisk = '53100'
const readOnlyTransaction = '25006'
const lostConnection = /^(08|57P0|53300|E(CONN|PIPE|HOST|NET|TIMEDOUT|NOTFOUND|AI_AGAIN))/
const lostConnectionMessage =
  /connection terminated|query read timeout|timeout exceeded when trying to connect/i

/** PostgreSQL 15, appendix A: what an error of the database means to us; any other stays itself. */
export function storeErrorOf(error: unknown): unknown {
  if (!(error instanceof Error) || error instanceof StoreError) return error
  const { code, syscall } = error as { code?: unknown; syscall?: unknown }
  const word = typeof code === 'string' ? code : ''
  if (word === readOnlyTransaction || word === fullDisk) {
    return new StoreError('read-only', 'the disk of the store is nearly full', { cause: error })
  }
  if (
    syscall === 'connect' ||
    lostConnection.test(word) ||
    (!word && lostConnectionMessage.test(error.message))
  ) {
    return new StoreError('unreachable', 'the store cannot be reached', { cause: error })
  }
  return error
}
