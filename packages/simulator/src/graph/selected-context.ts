import type { QueriedType } from './query/queried-type.ts'

/** `users(id,displayName)`: the set, and what was selected of it by the names of its type. */
export function selectedContext(
  set: string,
  select: readonly string[] | undefined,
  { properties }: Pick<QueriedType, 'properties'>,
): string {
  if (!select) return set
  const names = select.map(
    (name) => properties.find((known) => known.toLowerCase() === name.toLowerCase()) ?? name,
  )
  return `${set}(${names.join(',')})`
}
