const key = 'foyer.exit.'
/** A code counts no longer: what waits for it is then of no use. */
const endsAfterMs = 10 * 60_000

/** A code that was asked for in this tab. */
interface ExitAttempt {
  /** Shown together with the code. */
  readonly attempt: string
  /** Where the code went, if anybody there knows the address. */
  readonly mail: string
}

/** Codes that were asked for in this tab, by organization. No other tab can use them. */
export interface ExitAttempts {
  find(organizationId: string): ExitAttempt | undefined
  keep(organizationId: string, attempt: ExitAttempt): void
  forget(organizationId: string): void
}

export function createExitAttempts(storage: Storage, now: () => number = Date.now): ExitAttempts {
  return {
    find: (organizationId) => read(storage.getItem(key + organizationId), now()),
    keep: (organizationId, attempt) =>
      storage.setItem(key + organizationId, JSON.stringify({ ...attempt, at: now() })),
    forget: (organizationId) => storage.removeItem(key + organizationId),
  }
}

function read(text: string | null, now: number): ExitAttempt | undefined {
  try {
    const { at, attempt, mail } = JSON.parse(text ?? '{}') as Record<string, unknown>
    const isFresh = typeof at === 'number' && now - at < endsAfterMs
    return isFresh && typeof attempt === 'string' && typeof mail === 'string'
      ? { attempt, mail }
      : undefined
  } catch {
    return undefined
  }
}
