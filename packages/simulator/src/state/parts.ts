import { createLinks, isLinks, type LinkEnds } from '../world/links.ts'

/** A piece of one field of one object: what is large is cut, and put together by {@link collect}. */
export interface Part {
  /** Whose field it is. */
  readonly owner: string
  readonly field: string
  /** For relations, which are saved as seen from both ends, since both have an order. */
  readonly end?: keyof LinkEnds
  readonly content: unknown
}

/** Enough for good compression, and little beside what a large directory occupies. */
const mostInPart = 10_000

export function* partsOf(owner: string, object: object): Generator<Part, void> {
  for (const [field, value] of Object.entries(object) as [string, unknown][]) {
    if (isLinks(value)) {
      const { forward, backward } = value.ends()
      yield* cut({ owner, field, end: 'forward' }, forward)
      yield* cut({ owner, field, end: 'backward' }, backward)
    } else {
      yield* cut({ owner, field }, value)
    }
  }
}

function* cut(place: Omit<Part, 'content'>, value: unknown): Generator<Part, void> {
  if (value instanceof Map) {
    let piece = new Map<unknown, unknown>()
    for (const [key, content] of value) {
      if (piece.size === mostInPart) {
        yield { ...place, content: piece }
        piece = new Map()
      }
      piece.set(key, content)
    }
    yield { ...place, content: piece }
  } else if (Array.isArray(value)) {
    for (let from = 0; from < Math.max(value.length, 1); from += mostInPart) {
      yield { ...place, content: value.slice(from, from + mostInPart) }
    }
  } else {
    yield { ...place, content: value }
  }
}

/** The objects that the parts were cut from, by their owners' names. */
export function collect(parts: Iterable<Part>): Map<string, Record<string, unknown>> {
  const owners = new Map<string, Record<string, unknown>>()
  const relations = new Map<Record<string, unknown>, Map<string, LinkEnds>>()
  for (const { owner, field, end, content } of parts) {
    const object = entry(owners, owner, (): Record<string, unknown> => ({}))
    if (end) {
      const ofOwner = entry(relations, object, () => new Map<string, LinkEnds>())
      const ends = entry(ofOwner, field, () => ({ forward: new Map(), backward: new Map() }))
      append(ends[end], content)
    } else if (field in object) {
      append(object[field], content)
    } else {
      object[field] = content
    }
  }
  for (const [object, fields] of relations) {
    for (const [field, ends] of fields) object[field] = createLinks(ends)
  }
  return owners
}

function append(whole: unknown, piece: unknown): void {
  if (whole instanceof Map && piece instanceof Map) {
    for (const [key, content] of piece) whole.set(key, content)
  } else if (Array.isArray(whole) && Array.isArray(piece)) {
    for (const item of piece) whole.push(item)
  }
}

function entry<Key, Value>(map: Map<Key, Value>, key: Key, create: () => Value): Value {
  const known = map.get(key)
  if (known !== undefined) return known
  const made = create()
  map.set(key, made)
  return made
}
