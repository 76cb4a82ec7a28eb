import type { QuotaLimits } from '../../src/control/quotas.ts'

export type Person =
  'Grace Adeyemi' | 'Noor Rahman' | 'Omar Haddad' | 'Sam Okafor' | 'Ada Lindqvist' | 'Jonas Weber'

/** The ids of this world, by name. */
export interface Ids {
  readonly user: (name: Person) => string
  readonly group: (name: string) => string
  readonly tenant: (slug: string) => string
  /** Somebody who owns the group. */
  readonly owner: (group: string) => string
  /** Where notifications are taken. */
  readonly endpoint: string
}

/** Asks in v1.0, or follows a link. @returns the answer's body. */
type Ask = (method: string, pathOrLink: string, body?: object) => Promise<Record<string, unknown>>

/** How an example is asked of this world. */
export interface Replay {
  /** Where it is asked: at Contoso, unless said otherwise. */
  readonly at?: 'fabrikam'
  /** A person who asks for themselves; else it is an app. */
  readonly as?: Person
  /** Who signs in before, by mail. */
  readonly signIns?: readonly string[]
  /** What an administrator does before, so that there is something to answer. */
  readonly before?: (
    ids: Ids,
  ) => readonly (readonly [method: string, path: string, body?: object])[]
  /** Throttles by these limits. */
  readonly quotas?: QuotaLimits
  /** Where it is asked, which may be where something is that an app makes or looks up first. */
  readonly path: (ids: Ids, ask: Ask) => string | Promise<string>
  readonly body?: (ids: Ids) => object
  /** What is sent as plain text instead of a body. */
  readonly text?: string
  /** Places of the documented answer that are not in ours, each with its reason. */
  readonly differs?: Readonly<Record<string, string>>
}

export function referencesTo(id: string, set = 'directoryObjects'): object {
  return { '@odata.id': `https://graph.microsoft.com/v1.0/${set}/${id}` }
}

/** The part of a link behind the host. */
export function pathOf(link: unknown): string {
  const { pathname, search } = new URL(String(link))
  return `${pathname}${search}`
}

/** The items of a list. */
export function valuesOf(body: Record<string, unknown>): Record<string, unknown>[] {
  return body['value'] as Record<string, unknown>[]
}
