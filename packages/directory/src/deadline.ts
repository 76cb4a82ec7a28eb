/** By when an answer is of use to whoever waits for it. Process time: no clock of days moves it. */
export interface Deadline {
  /** Aborts when the time is up. */
  readonly signal: AbortSignal
  remainingMs(): number
}

/** @param ending ends the time early: whoever asked goes away. */
export function startDeadline(milliseconds: number, ending?: AbortSignal): Deadline {
  const endsAt = performance.now() + milliseconds
  const timeout = AbortSignal.timeout(milliseconds)
  return {
    signal: ending ? AbortSignal.any([timeout, ending]) : timeout,
    remainingMs: () => Math.max(0, endsAt - performance.now()),
  }
}
