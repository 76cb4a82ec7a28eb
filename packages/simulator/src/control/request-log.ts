/** How often each address was asked for, and what was asked for that is not simulated. */
export interface RequestLog {
  count(method: string, path: string): void
  notSimulated(what: string): void
  list(): readonly { readonly method: string; readonly path: string; readonly count: number }[]
  listNotSimulated(): readonly string[]
  clear(): void
}

/** Enough for any test, and an end for whoever asks for endless addresses. */
const mostPaths = 100_000

export function createRequestLog(): RequestLog {
  const counts = new Map<string, { method: string; path: string; count: number }>()
  const missing = new Set<string>()
  return {
    count(method, path) {
      const key = `${method} ${path}`
      const entry = counts.get(key)
      if (entry) entry.count += 1
      else if (counts.size < mostPaths) counts.set(key, { method, path, count: 1 })
    },
    notSimulated: (what) => void (missing.size < mostPaths && missing.add(what)),
    list: () => [...counts.values()],
    listNotSimulated: () => [...missing],
    clear() {
      counts.clear()
      missing.clear()
    },
  }
}
