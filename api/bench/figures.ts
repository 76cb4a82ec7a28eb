/** What was measured several times: the middle, and between what half of it was. */
export interface Quartiles {
  readonly median: number
  readonly lower: number
  readonly upper: number
}

export function quartilesOf(values: readonly number[]): Quartiles {
  const sorted = values.toSorted((one, other) => one - other)
  const [median, lower, upper] = [0.5, 0.25, 0.75].map((share) => quantile(sorted, share))
  return { median: median ?? NaN, lower: lower ?? NaN, upper: upper ?? NaN }
}

/** @param sorted from the least to the most. */
export function quantile(sorted: readonly number[], share: number): number {
  return sorted[Math.round((sorted.length - 1) * share)] ?? Number.NaN
}

export function percent({ median, lower, upper }: Quartiles): string {
  const whole = (value: number) => Math.round(value * 100)
  return `${whole(median)} % (${whole(lower)}–${whole(upper)})`
}

/** As people read large numbers. */
export function count(value: number): string {
  return Math.round(value).toLocaleString('en')
}

export function seconds(value: number): string {
  return `${value.toFixed(1)} s`
}
