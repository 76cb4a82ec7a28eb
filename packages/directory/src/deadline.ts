/** By when an answer is of use to whoever waits for it. Process time: no clock of days moves it. */
export interface Deadline {
  /** Aborts when the time is up. */
  readonly signal: AbortSignal
  remainingMs(): number
}

export function startDeadline(milliseconds: number): Deadline {
  const endsAt = performance.now() + milliseconds
  return {
    signal: AbortSignal.timeout(milliseconds),
    remainingMs: () => Math.max(0, endsAt - performance.now()),
  }
}
