export type Person =
  'Grace Adeyemi' | 'Noor Rahman' | 'Omar Haddad' | 'Sam Okafor' | 'Ada Lindqvist' | 'Jonas Weber'

/** The ids of this world, by name. */
export interface Ids {
  readonly user: (name: Person) => string
  readonly group: (name: string) => string
  readonly tenant: (slug: string) => string
  /** Somebody who owns the group. */
  readonly owner: (group: string) => string
}

/** How an example is asked of this world. */
export interface Replay {
  /** Where it is asked: at Contoso, unless said otherwise. */
  readonly at?: 'fabrikam'
  /** A person who asks for themselves; else it is an app. */
  readonly as?: Person
  /** What an administrator does before, so that there is something to answer. */
  readonly before?: (ids: Ids) => readonly (readonly [method: string, path: string, body: object])[]
  readonly path: (ids: Ids) => string
  readonly body?: (ids: Ids) => object
  /** Places of the documented answer that are not in ours, each with its reason. */
  readonly differs?: Readonly<Record<string, string>>
}

export function referencesTo(id: string, set = 'directoryObjects'): object {
  return { '@odata.id': `https://graph.microsoft.com/v1.0/${set}/${id}` }
}
