import { badRequest, type GraphError } from '../graph-error.ts'
import type { Literal, Path } from './filter-expression.ts'
import { invalidFilter } from './filter-token.ts'
import type { Asked, Filterable, QueriedType } from './queried-type.ts'

export interface Compilation extends Asked {
  readonly type: QueriedType
  /** In a lambda: its variable and what may be asked of what it stands for. */
  readonly entry?: { readonly variable: string; readonly filterable: Filterable['entry'] }
}

interface Found {
  readonly filterable: Filterable
  readonly read: (object: unknown) => unknown
  /** As messages name it. */
  readonly name: string
}

/** @throws {GraphError} 400 for a property that the type has not, or that no filter reaches. */
export function findProperty(path: Path, compilation: Compilation): Found {
  const [first = '', ...rest] = path
  if (first === compilation.entry?.variable) return findInEntry(rest, compilation)
  const { filterable, properties, fullName } = compilation.type
  const name = Object.keys(filterable).find((known) => isSame(known, path.join('/')))
  const found = name === undefined ? undefined : filterable[name]
  if (name !== undefined && found) return { filterable: found, read: readerOf(name), name }
  const property = properties.find((known) => isSame(known, first))
  if (property === undefined) {
    return invalidFilter(`Could not find a property named '${first}' on type '${fullName}'.`)
  }
  return refuseFilter(property, compilation)
}

function findInEntry(path: Path, compilation: Compilation): Found {
  const { variable = '', filterable } = compilation.entry ?? {}
  const name = path.join('/')
  if (isFilterable(filterable)) {
    return name === ''
      ? { filterable, read: (object) => object, name: variable }
      : refuseFilter(name, compilation)
  }
  const known = Object.keys(filterable ?? {}).find((one) => isSame(one, name))
  const found = known === undefined ? undefined : filterable?.[known]
  return known !== undefined && found
    ? { filterable: found, read: readerOf(known), name: known }
    : refuseFilter(name || variable, compilation)
}

function isFilterable(entry: Filterable['entry']): entry is Filterable {
  return entry !== undefined && typeof entry.kind === 'string'
}

function isSame(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase()
}

function readerOf(path: string): (object: unknown) => unknown {
  const names = path.split('/')
  const read = (object: unknown, name: string) =>
    (object as Readonly<Record<string, unknown>> | null | undefined)?.[name]
  return names.length === 1
    ? (object) => read(object, path)
    : (object) => names.reduce(read, object)
}

export function entriesOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : []
}

type Comparable = string | number | boolean | null

export function comparable(value: unknown, { kind }: Filterable): Comparable {
  if (typeof value === 'boolean' || typeof value === 'number') return value
  if (typeof value !== 'string') return null
  return kind === 'instant' ? Date.parse(value) : value.toLowerCase()
}

const literalsOf: Readonly<Record<Filterable['kind'], readonly Literal['kind'][]>> = {
  text: ['text'],
  id: ['text', 'guid'],
  boolean: ['boolean'],
  instant: ['instant'],
  number: ['number'],
  collection: [],
}
const typeNames: Readonly<Record<Filterable['kind'] | Literal['kind'], string>> = {
  text: 'Edm.String',
  id: 'Edm.String',
  guid: 'Edm.Guid',
  boolean: 'Edm.Boolean',
  instant: 'Edm.DateTimeOffset',
  number: 'Edm.Int32',
  collection: 'Collection',
  null: 'null',
}

/** @throws {GraphError} 400 for a value of another type than the property's. */
export function valueOf(literal: Literal, filterable: Filterable, name: string): Comparable {
  if (literal.kind === 'null') return null
  if (!literalsOf[filterable.kind].includes(literal.kind)) {
    return invalidFilter(
      `A binary operator with incompatible types was detected. Found operand types '${typeNames[filterable.kind]}' and '${typeNames[literal.kind]}' for operator kind 'Equal'.`,
    )
  }
  const value = comparable(literal.value, filterable)
  if (Number.isNaN(value)) return invalidFilter(`The value of '${name}' is not a date.`)
  return value
}

export function refuseFilter(property: string, { type }: Compilation): never {
  throw unsupportedQuery(
    `Unsupported or invalid query filter clause specified for property '${property}' of resource '${type.name}'.`,
  )
}

export function unsupportedQuery(message: string): GraphError {
  return badRequest(message, 'Request_UnsupportedQuery')
}
