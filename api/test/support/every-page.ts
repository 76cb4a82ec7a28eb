/** The items of a list, over all of its pages, and how many pages these were. */
export async function readPages(
  read: (query: { readonly cursor?: string }) => Promise<{ readonly body: object }>,
): Promise<{ readonly items: readonly unknown[]; readonly pages: number }> {
  const items: unknown[] = []
  let cursor: string | undefined
  let pages = 0
  do {
    const { body } = await read(cursor === undefined ? {} : { cursor })
    const page = body as { readonly items: readonly unknown[]; readonly cursor?: string }
    items.push(...page.items)
    cursor = page.cursor
    pages += 1
  } while (cursor !== undefined)
  return { items, pages }
}
