/**
 * Works on each, in their order, and never on more than so many at once.
 *
 * @throws what the first one throws, after which no further one is begun.
 */
export async function workInTurn<T>(
  items: readonly T[],
  atOnce: number,
  work: (item: T) => Promise<void>,
): Promise<void> {
  const waiting = [...items]
  let isBroken = false
  const takeNext = async (): Promise<void> => {
    const item = waiting.shift()
    if (item === undefined || isBroken) return
    try {
      await work(item)
    } catch (error) {
      isBroken = true
      throw error
    }
    await takeNext()
  }
  await Promise.all(Array.from({ length: atOnce }, takeNext))
}
