import type { IncomingHttpHeaders } from 'node:http'
import { ProblemError } from './problem-error.ts'

/**
 * The version that a conditional request changes (RFC 9110, 13.1.1): one entity tag, as the `ETag` of
 * an answer had it. Any version at all, `*`, is none: somebody has to know what they change.
 *
 * @throws {ProblemError} `version-missing` where there is none, or more than one.
 */
export function versionOf(headers: IncomingHttpHeaders): number {
  const [, digits] = /^"(\d{1,9})"$/.exec(headers['if-match'] ?? '') ?? []
  if (digits === undefined) throw new ProblemError('version-missing')
  return Number(digits)
}
