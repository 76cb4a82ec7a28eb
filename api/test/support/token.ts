import { type KeyObject, sign } from 'node:crypto'

export type Members = Readonly<Record<string, unknown>>

export function encode(part: Members | string): string {
  return Buffer.from(typeof part === 'string' ? part : JSON.stringify(part)).toString('base64url')
}

/** Signs whatever is given: objects as JSON, strings as they are. */
export function signToken(header: Members | string, claims: Members | string, key: KeyObject) {
  return signInput(`${encode(header)}.${encode(claims)}`, key)
}

export function signInput(input: string, key: KeyObject): string {
  return `${input}.${sign('sha256', Buffer.from(input), key).toString('base64url')}`
}
