/** What was asked of Graph, and what it said that it cost. */
export interface Meter {
  requests: number
  resourceUnits: number
}

/** Counts every answer to this process that names its resource units. */
export function meterRequests(): Meter {
  const meter = { requests: 0, resourceUnits: 0 }
  const ask = globalThis.fetch
  globalThis.fetch = async (...parameters) => {
    const reply = await ask(...parameters)
    const units = reply.headers.get('x-ms-resource-unit')
    if (units !== null) {
      meter.requests += 1
      meter.resourceUnits += Number(units)
    }
    return reply
  }
  return meter
}

/** The most memory that a process holds while it works, and how much of it only at the end. */
export interface MemoryWatch {
  /** In MB: the largest of the first third, and of the last. */
  stop(): { readonly early: number; readonly late: number }
}

export function watchMemory(): MemoryWatch {
  const samples: number[] = []
  const timer = setInterval(() => samples.push(process.memoryUsage.rss() / 1e6), 200)
  return {
    stop() {
      clearInterval(timer)
      samples.push(process.memoryUsage.rss() / 1e6)
      const third = Math.ceil(samples.length / 3)
      return {
        early: Math.max(...samples.slice(0, third)),
        late: Math.max(...samples.slice(-third)),
      }
    },
  }
}
