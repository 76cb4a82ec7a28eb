/** A relation between objects that can be read from both ends, in the order of its making. */
export interface Links {
  add(from: string, to: string): void
  remove(from: string, to: string): boolean
  /** Removes all that an object stands in, at either end. */
  forget(id: string): void
  has(from: string, to: string): boolean
  from(id: string): readonly string[]
  to(id: string): readonly string[]
  countFrom(id: string): number
  /** What it is made of, to be saved. */
  ends(): LinkEnds
}

/** Most objects have few neighbours, for which a list takes a third of the memory of a set. */
type Neighbours = string[] | Set<string>
const mostInList = 16

export interface LinkEnds {
  readonly forward: Map<string, Neighbours>
  readonly backward: Map<string, Neighbours>
}

export function createLinks(ends: LinkEnds = { forward: new Map(), backward: new Map() }): Links {
  const { forward, backward } = ends
  return {
    ends: () => ends,
    add(from, to) {
      if (has(forward.get(from), to)) return
      append(forward, from, to)
      append(backward, to, from)
    },
    remove(from, to) {
      if (!has(forward.get(from), to)) return false
      drop(forward, from, to)
      drop(backward, to, from)
      return true
    },
    forget(id) {
      for (const to of forward.get(id) ?? []) drop(backward, to, id)
      for (const from of backward.get(id) ?? []) drop(forward, from, id)
      forward.delete(id)
      backward.delete(id)
    },
    has: (from, to) => has(forward.get(from), to),
    from: (id) => [...(forward.get(id) ?? [])],
    to: (id) => [...(backward.get(id) ?? [])],
    countFrom: (id) => {
      const neighbours = forward.get(id)
      return Array.isArray(neighbours) ? neighbours.length : (neighbours?.size ?? 0)
    },
  }
}

export function isLinks(value: unknown): value is Links {
  return typeof value === 'object' && value !== null && 'ends' in value
}

function has(neighbours: Neighbours | undefined, id: string): boolean {
  return Array.isArray(neighbours) ? neighbours.includes(id) : (neighbours?.has(id) ?? false)
}

function append(map: Map<string, Neighbours>, at: string, id: string): void {
  const neighbours = map.get(at)
  if (!neighbours) map.set(at, [id])
  else if (!Array.isArray(neighbours)) neighbours.add(id)
  else if (neighbours.length < mostInList) neighbours.push(id)
  else map.set(at, new Set([...neighbours, id]))
}

function drop(map: Map<string, Neighbours>, at: string, id: string): void {
  const neighbours = map.get(at)
  if (Array.isArray(neighbours)) neighbours.splice(neighbours.indexOf(id), 1)
  else neighbours?.delete(id)
}

/** A link that was removed since (`wasThere`), or added. */
export interface LinkChange {
  readonly from: string
  readonly to: string
  readonly wasThere: boolean
}

/**
 * A relation as it was before some changes, oldest first, for reading; links that were there come
 * last.
 */
export function linksBefore(links: Links, changes: readonly LinkChange[]): Links {
  if (changes.length === 0) return links
  const first = new Map<string, LinkChange>()
  for (const change of changes.toReversed()) first.set(`${change.from} ${change.to}`, change)
  const undone = [...first.values()]
  const neighbours = (id: string, end: 'from' | 'to') => {
    const other = end === 'from' ? 'to' : 'from'
    const here = undone.filter((change) => change[end] === id)
    const changed = new Set(here.map((change) => change[other]))
    return [
      ...links[end](id).filter((neighbour) => !changed.has(neighbour)),
      ...here.filter(({ wasThere }) => wasThere).map((change) => change[other]),
    ]
  }
  return {
    from: (id) => neighbours(id, 'from'),
    to: (id) => neighbours(id, 'to'),
    has: (from, to) => first.get(`${from} ${to}`)?.wasThere ?? links.has(from, to),
    countFrom: (id) => neighbours(id, 'from').length,
    ends: () => links.ends(),
    add: refuseChange,
    remove: refuseChange,
    forget: refuseChange,
  }
}

function refuseChange(): never {
  throw new TypeError('What was before cannot be changed.')
}
