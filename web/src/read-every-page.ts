/** A part of a list, and what leads to the next one; absent after the last. */
interface Page<T> {
  readonly items: readonly T[]
  readonly cursor?: string | undefined
}

/** A whole list, part by part. */
export async function readEveryPage<T>(
  read: (query: { readonly cursor?: string }) => Promise<Page<T>>,
): Promise<T[]> {
  const items: T[] = []
  let cursor: string | undefined
  do {
    // oxlint-disable-next-line no-await-in-loop -- each page says where the next one begins
    const page = await read(cursor === undefined ? {} : { cursor })
    items.push(...page.items)
    cursor = page.cursor
  } while (cursor !== undefined)
  return items
}
