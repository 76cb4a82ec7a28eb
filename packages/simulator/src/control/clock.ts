/** The one clock of the simulated world: it runs, and can be moved. */
export interface Clock {
  now(): Date
  /** Forward, or back with a negative number. */
  advance(ms: number): void
  set(at: Date): void
  /** Back to where it began. */
  reset(): void
  /** Told after every jump. @returns a function that ends it. */
  onJump(listener: (now: Date) => void): () => void
}

export function createClock(beginsAt?: Date): Clock {
  const listeners = new Set<(now: Date) => void>()
  const initialOffsetMs = beginsAt ? beginsAt.getTime() - Date.now() : 0
  let offsetMs = initialOffsetMs
  const now = () => new Date(Date.now() + offsetMs)
  const jump = (toOffsetMs: number) => {
    offsetMs = toOffsetMs
    for (const listener of listeners) listener(now())
  }
  return {
    now,
    advance: (ms) => jump(offsetMs + ms),
    set: (at) => jump(at.getTime() - Date.now()),
    reset: () => jump(initialOffsetMs),
    onJump(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}

export function secondsOf(date: Date): number {
  return Math.floor(date.getTime() / 1000)
}
