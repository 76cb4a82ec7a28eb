import type { Variants } from '../../variants.ts'

/** Whether a query works always, or only with the advanced parameters (aad-advanced-queries.md). */
export type Support = 'default' | 'advanced'

/** What a filter may ask of one property; what is not named is refused. */
export interface Filterable {
  readonly kind: 'text' | 'boolean' | 'instant' | 'id' | 'number' | 'collection'
  readonly eq?: Support
  /** For `ge` and `le`; Graph has `gt` and `lt` for no property of a directory object. */
  readonly range?: Support
  readonly startsWith?: Support
  readonly endsWith?: Support
  readonly null?: Support | undefined
  /** Of a collection: what a lambda may ask of each entry, or of the entry's properties. */
  readonly entry?: Filterable | Readonly<Record<string, Filterable>>
  /** Of a collection: `/$count eq 0` and its kin. */
  readonly count?: readonly number[]
}

/** A type of Graph as queries see it. */
export interface QueriedType {
  /** As error messages name it: `User`. */
  readonly name: string
  /** As the metadata names it: `microsoft.graph.user`. */
  readonly fullName: string
  /** By path: `displayName`, `signInActivity/lastSignInDateTime`. */
  readonly filterable: Readonly<Record<string, Filterable>>
  /** Every property there is, so that an unknown name is told from one without a filter. */
  readonly properties: readonly string[]
  readonly sortable: Readonly<Record<string, Support>>
  readonly searchable: readonly string[]
}

/** Whether the advanced parameters were sent: without `$count=true` the header is not enough. */
export interface Asked {
  readonly isAdvanced: boolean
  /** V-33: whether a negation finds what has no value. */
  readonly negationOfNothing: Variants['negationOfNothing']
}

export const identifier: Filterable = { kind: 'id', eq: 'default' }

/** `null` is asked for in the advanced way unless a type says otherwise. */
export function text(support: Support, more: Partial<Filterable> = {}): Filterable {
  return {
    kind: 'text',
    eq: support,
    startsWith: support,
    range: support,
    null: 'advanced',
    ...more,
  }
}

/** A text with few values: equal or not, nothing else. */
export function choice(support: Support, more: Partial<Filterable> = {}): Filterable {
  return { kind: 'text', eq: support, ...more }
}

export function flag(support: Support, more: Partial<Filterable> = {}): Filterable {
  return { kind: 'boolean', eq: support, ...more }
}

export function instant(support: Support, more: Partial<Filterable> = {}): Filterable {
  return { kind: 'instant', eq: support, range: support, ...more }
}

export function collectionOf(
  entry: Exclude<Filterable['entry'], undefined>,
  more: Partial<Filterable> = {},
): Filterable {
  return { kind: 'collection', entry, ...more }
}
