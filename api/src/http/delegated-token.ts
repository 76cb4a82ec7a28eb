import type { IncomingHttpHeaders } from 'node:http'
import { delegatedTokenHeader } from '@foyer/contracts/operation'
import { ProblemError } from './problem-error.ts'

/** @throws {ProblemError} where a call that acts in somebody's name brings no token for it. */
export function delegatedTokenOf(headers: IncomingHttpHeaders): string {
  const token = headers[delegatedTokenHeader]
  if (typeof token !== 'string' || token === '') throw new ProblemError('operator-token-refused')
  return token
}
