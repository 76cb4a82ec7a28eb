import { setTimeout as sleep } from 'node:timers/promises'

/** Now, for days and token times. Time-outs and rate limits use process time instead. */
export interface Clock extends AsyncDisposable {
  readonly now: () => Date
  /** Resolves when somebody next sets the clock; nobody sets the system's. */
  readonly whenSet?: () => Promise<void>
}

export const systemClock: Clock = {
  now: () => new Date(),
  [Symbol.asyncDispose]: async () => {},
}

const reconnectMs = 500

/**
 * A clock that another process sets. It tells its time as lines of JSON, `{"now": "…"}`, first and
 * on every change; in between, and while the connection is lost, time goes on from the last word.
 *
 * @throws when nothing tells the time within the given milliseconds.
 */
export async function followClock(url: string, withinMs = 10_000): Promise<Clock> {
  const ending = new AbortController()
  const first = Promise.withResolvers<undefined>()
  let offsetMs = 0
  let set = Promise.withResolvers<void>()

  async function follow(): Promise<void> {
    while (!ending.signal.aborted) {
      try {
        const response = await fetch(url, { signal: ending.signal, redirect: 'error' })
        for await (const line of linesOf(response)) {
          const told = Date.parse((JSON.parse(line) as { now: string }).now)
          if (Number.isNaN(told)) continue
          offsetMs = told - Date.now()
          set.resolve()
          set = Promise.withResolvers()
          first.resolve(undefined)
        }
      } catch {
        // Lost, or not there yet: the last word still holds, and the next try may bring another.
      }
      await sleep(reconnectMs, undefined, { signal: ending.signal }).catch(() => {})
    }
  }

  const following = follow()
  const close = async () => {
    ending.abort()
    await following
  }
  const tooLate = sleep(withinMs, 'too late' as const, { signal: ending.signal }).catch(() => {})
  if ((await Promise.race([first.promise, tooLate])) === 'too late') {
    await close()
    throw new Error(`no clock answers at ${url}`)
  }
  return {
    now: () => new Date(Date.now() + offsetMs),
    whenSet: async () => set.promise,
    [Symbol.asyncDispose]: close,
  }
}

async function* linesOf(response: Response): AsyncGenerator<string> {
  const decoder = new TextDecoder()
  let open = ''
  for await (const chunk of response.body ?? []) {
    const lines = (open + decoder.decode(chunk as Uint8Array, { stream: true })).split('\n')
    open = lines.pop() ?? ''
    yield* lines.filter((line) => line.trim() !== '')
  }
}
