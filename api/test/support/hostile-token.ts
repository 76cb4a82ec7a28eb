import type { KeyObject } from 'node:crypto'
import type { Members } from './token.ts'

/** A token to try, with the row of the checklist of token validation that it is about. */
export interface HostileToken {
  readonly row: string
  readonly name: string
  readonly token: string
}

export interface GoodToken {
  readonly header: Members
  readonly claims: Members
  readonly key: KeyObject
}

/** A value that takes a member away. */
export const missing = Symbol('missing')

export function change(members: Members, changes: Readonly<Record<string, unknown>>): Members {
  return Object.fromEntries(
    Object.entries({ ...members, ...changes }).filter(([, value]) => value !== missing),
  )
}

export function describe(changes: Readonly<Record<string, unknown>>): string {
  return Object.entries(changes)
    .map(([name, value]) => `${name}=${value === missing ? 'missing' : JSON.stringify(value)}`)
    .join(' ')
    .slice(0, 120)
}
