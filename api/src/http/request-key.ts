import { createHash } from 'node:crypto'
import type { IncomingHttpHeaders } from 'node:http'
import { idempotencyHeader } from '@foyer/contracts/operation'
import { ProblemError } from './problem-error.ts'

/** What makes a write that is sent twice one act, and with what it was sent. */
export interface RequestKey {
  readonly key: string
  /** Of operation, parameters and body: the same key with others is refused. */
  readonly requestHash: Uint8Array
}

/** @throws {ProblemError} where the header is missing, or is no key. */
export function requestKeyOf(
  headers: IncomingHttpHeaders,
  request: readonly unknown[],
): RequestKey {
  const key = headers[idempotencyHeader]
  if (typeof key !== 'string' || !/^[\w-]{16,128}$/.test(key)) {
    throw new ProblemError('idempotency-key-missing')
  }
  return { key, requestHash: createHash('sha256').update(JSON.stringify(request)).digest() }
}
