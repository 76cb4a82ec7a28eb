import type { Bulk } from '@foyer/contracts/bulk-extension'

type Counts = Pick<Bulk, 'total' | 'leftOut' | 'waiting'>

/** How many are extended unless something comes in between: those who are left out never were to be. */
export function countWanted({ total, leftOut }: Omit<Counts, 'waiting'>): number {
  return total - leftOut
}

/** Of whom it is known what became, between none and all. */
export function settledShare(counts: Counts): number {
  const wanted = countWanted(counts)
  return wanted === 0 ? 1 : (wanted - counts.waiting) / wanted
}

/** In tenths, so that it is told ten times and not a thousand times. */
export function settledTenths(counts: Counts): number {
  return Math.floor(settledShare(counts) * 10)
}
