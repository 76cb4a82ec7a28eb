import { hash } from 'node:crypto'

/** Numbers that look like chance and follow from a name: the same in every world. */
export interface Chance {
  /** From 0 to below 1. */
  share(): number
  /** A whole number from 0 to below the limit. */
  below(limit: number): number
  oneIn(many: number): boolean
  /** @throws {RangeError} for nothing to pick from. */
  pick<Item>(items: readonly Item[]): Item
}

/** The generator mulberry32, which is in the public domain; the name only gives its beginning. */
export function createChance(name: string): Chance {
  let state = Number.parseInt(hash('sha256', name).slice(0, 8), 16)
  const share = () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  const below = (limit: number) => Math.floor(share() * limit)
  return {
    share,
    below,
    oneIn: (many) => below(many) === 0,
    pick(items) {
      const item = items[below(items.length)]
      if (item === undefined) throw new RangeError('There is nothing to pick from.')
      return item
    },
  }
}
