/** A relation between objects that can be read from both ends, in the order of its making. */
export interface Links {
  add(from: string, to: string): void
  remove(from: string, to: string): boolean
  has(from: string, to: string): boolean
  from(id: string): readonly string[]
  to(id: string): readonly string[]
  countFrom(id: string): number
}

export function createLinks(): Links {
  const forward = new Map<string, Set<string>>()
  const backward = new Map<string, Set<string>>()
  return {
    add(from, to) {
      entry(forward, from).add(to)
      entry(backward, to).add(from)
    },
    remove(from, to) {
      backward.get(to)?.delete(from)
      return forward.get(from)?.delete(to) ?? false
    },
    has: (from, to) => forward.get(from)?.has(to) ?? false,
    from: (id) => [...(forward.get(id) ?? [])],
    to: (id) => [...(backward.get(id) ?? [])],
    countFrom: (id) => forward.get(id)?.size ?? 0,
  }
}

function entry(map: Map<string, Set<string>>, id: string): Set<string> {
  const known = map.get(id)
  if (known) return known
  const made = new Set<string>()
  map.set(id, made)
  return made
}
