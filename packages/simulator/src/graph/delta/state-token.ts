import { createHash } from 'node:crypto'

/** What a feed was asked for at its beginning: every later token carries it. */
export interface DeltaQuery {
  readonly resource: 'users' | 'groups'
  /** As asked for; the usual properties without it. */
  readonly select: readonly string[] | null
  /** Object ids of the filter. */
  readonly ids: readonly string[] | null
}

/** Where in the enumeration of all objects a page begins. */
export interface Enumeration {
  readonly phase: 'enumeration'
  /** The last effect before the enumeration began: changes after it come in the first round. */
  readonly since: number
  /** Users: their place in the order of all. Groups: the id to begin with. */
  readonly at: number | string
  /** Of the group there: links up to this one were told. */
  readonly link: string
}

/** Where in a round of changes a page begins. */
export interface Round {
  readonly phase: 'round'
  /** Effects after `from` are told, those up to `since` for the second time. */
  readonly from: number
  readonly since: number
  readonly upTo: number
  /** The id of the object to begin with, in the order of ids. */
  readonly at: string
  /** Of the object there: links up to this one were told. */
  readonly link: string
}

/** Between two rounds: what a deltaLink holds. */
export interface Rest {
  readonly phase: 'rest'
  readonly from: number
  readonly since: number
}

export type Position = Enumeration | Round | Rest

export interface StateToken {
  readonly tenantId: string
  readonly query: DeltaQuery
  /** Seconds of the simulated clock. */
  readonly issuedAt: number
  /** Of the history that the position is in. */
  readonly era: string
  readonly position: Position
}

const checkLength = 16

/** Opaque to clients (delta-query-overview.md, state tokens); it serves after a restart, too. */
export function writeStateToken(token: StateToken): string {
  const text = Buffer.from(JSON.stringify(token)).toString('base64url')
  return `${checkOf(text)}${text}`
}

/** @returns undefined for whatever was not written here, or was altered since. */
export function readStateToken(text: string): StateToken | undefined {
  const content = text.slice(checkLength)
  if (content === '' || checkOf(content) !== text.slice(0, checkLength)) return undefined
  return JSON.parse(Buffer.from(content, 'base64url').toString('utf8')) as StateToken
}

/** It tells an altered token from a true one; nothing here is secret. */
function checkOf(text: string): string {
  return createHash('sha256').update(text).digest('base64url').slice(0, checkLength)
}
