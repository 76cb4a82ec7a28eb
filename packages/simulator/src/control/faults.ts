/**
 * Something that goes wrong on purpose. It applies to every request that all its conditions fit,
 * until its `count` is used up; the first fault that fits decides.
 */
export interface Fault {
  /**
   * Of the path without query; `*` stands for anything. Every path without it, and no mail: that is
   * met only by name, as `smtp:rcpt` or `smtp:*`.
   */
  readonly path?: string
  readonly method?: string
  /** Slug or tenant id of the organization that the request concerns. */
  readonly organization?: string
  /** Only for items of a batch, or only for requests that come alone. */
  readonly within?: 'batch' | 'alone'
  /** How often it happens among the requests that fit, from 0 to 1. */
  readonly probability?: number
  /** How many times it happens. */
  readonly count?: number
  /** Answers this instead; the work is not done. */
  readonly status?: number
  readonly headers?: Readonly<Record<string, string>>
  /** What is answered, as it is: JSON for an object, else text. Without it, Microsoft's words. */
  readonly body?: unknown
  /** Waits before anything else. */
  readonly delayMs?: number
  /** Never answers; the connection stays open. */
  readonly hang?: boolean
  /** Cuts the connection: before the work, or after it was done and instead of the answer. */
  readonly drop?: 'before' | 'after'
  /**
   * Only for delta requests that go on from a state token: its state is too old, or no longer
   * there.
   */
  readonly delta?: 'expired' | 'reset'
}

export interface Faults {
  /** @returns a function that takes the fault away. */
  add(fault: Fault): () => void
  clear(): void
  /** The fault that this request meets, if any, which counts as having happened. */
  take(request: FaultyRequest): Fault | undefined
}

export interface FaultyRequest {
  readonly method: string
  readonly path: string
  /** Every name of the organization that the request concerns. */
  readonly organizations: readonly string[]
  readonly isInBatch: boolean
  /** What is asked of the faults: without it, whether the request is answered otherwise. */
  readonly aspect?: 'delta'
}

export function createFaults(): Faults {
  let active: { fault: Fault; left: number }[] = []
  let random = createRandom()
  return {
    add(fault) {
      const entry = { fault, left: fault.count ?? Infinity }
      active.push(entry)
      return () => {
        active = active.filter((other) => other !== entry)
      }
    },
    clear() {
      active = []
      random = createRandom()
    },
    take(request) {
      const entry = active.find(({ fault, left }) => left > 0 && fits(fault, request, random))
      if (!entry) return undefined
      entry.left -= 1
      return entry.fault
    },
  }
}

function fits(fault: Fault, request: FaultyRequest, random: () => number): boolean {
  const { method, path, organizations, isInBatch, aspect } = request
  return (
    (fault.delta !== undefined) === (aspect === 'delta') &&
    (fault.within === undefined || (fault.within === 'batch') === isInBatch) &&
    (fault.method === undefined || fault.method.toUpperCase() === method) &&
    (fault.path === undefined ? !path.startsWith('smtp:') : patternOf(fault.path).test(path)) &&
    (fault.organization === undefined || organizations.includes(fault.organization)) &&
    (fault.probability === undefined || random() < fault.probability)
  )
}

/** The same numbers after each reset, so that a run can be repeated (mulberry32). */
function createRandom(): () => number {
  let state = 0x5eed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

function patternOf(path: string): RegExp {
  const escaped = path
    .split('*')
    .map((part) => part.replaceAll(/[.+?^${}()|[\]\\]/g, String.raw`\$&`))
  return new RegExp(`^${escaped.join('.*')}$`, 'i')
}
