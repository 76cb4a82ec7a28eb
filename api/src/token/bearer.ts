import { TokenRefusal } from './token-refusal.ts'

/** With every other header a request has room for 16 kB in all; a token of ours has about 2. */
const longestToken = 16_000

/**
 * The one bearer token of a request (RFC 6750, 2.1). Node keeps only the first of several
 * Authorization headers, so the raw ones are read.
 *
 * @throws {TokenRefusal}
 */
export function requireBearer(rawHeaders: readonly string[]): string {
  const values: string[] = []
  for (let place = 0; place < rawHeaders.length; place += 2) {
    const name = rawHeaders[place] ?? ''
    if (name.toLowerCase() === 'authorization') values.push(rawHeaders[place + 1] ?? '')
  }
  const [value] = values
  if (value === undefined) throw new TokenRefusal('no-header')
  if (values.length > 1) throw new TokenRefusal('several-headers')
  if (value.length > longestToken) throw new TokenRefusal('too-long')
  const token = /^Bearer ([^\s,]+)$/.exec(value)?.[1]
  if (token === undefined) throw new TokenRefusal('header-malformed')
  return token
}
