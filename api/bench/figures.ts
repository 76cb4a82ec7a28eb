/** What was measured several times: the middle is quoted, and how far the others were from it. */
export interface Spread {
  readonly median: number
  readonly least: number
  readonly most: number
}

export function spreadOf(values: readonly number[]): Spread {
  const sorted = values.toSorted((one, other) => one - other)
  return { median: quantile(sorted, 0.5), least: quantile(sorted, 0), most: quantile(sorted, 1) }
}

/** @param sorted from the least to the most. */
export function quantile(sorted: readonly number[], share: number): number {
  return sorted[Math.round((sorted.length - 1) * share)] ?? Number.NaN
}

export function percent({ median, least, most }: Spread): string {
  const whole = (value: number) => Math.round(value * 100)
  return `${whole(median)} % (${whole(least)}–${whole(most)})`
}

/** As people read large numbers. */
export function count(value: number): string {
  return Math.round(value).toLocaleString('en')
}

export function seconds(value: number): string {
  return `${value.toFixed(1)} s`
}
