/** What was asked of Graph, and what it said that it cost. */
export interface Meter {
  requests: number
  /** Of a batch, each of its items. */
  questions: number
  resourceUnits: number
}

const unitHeader = 'x-ms-resource-unit'

/** Counts every answer to this process that names its resource units, by itself or in a batch. */
export function meterRequests(): Meter {
  const meter = { requests: 0, questions: 0, resourceUnits: 0 }
  const ask = globalThis.fetch
  globalThis.fetch = async (...parameters) => {
    const reply = await ask(...parameters)
    const units = reply.url.endsWith('/$batch')
      ? await unitsIn(reply.clone())
      : [reply.headers.get(unitHeader)].filter((each) => each !== null)
    if (units.length > 0) meter.requests += 1
    meter.questions += units.length
    meter.resourceUnits += units.map(Number).reduce((sum, each) => sum + each, 0)
    return reply
  }
  return meter
}

async function unitsIn(reply: Response): Promise<string[]> {
  const { responses } = (await reply.json()) as {
    responses: readonly { readonly headers: Readonly<Record<string, string>> }[]
  }
  return responses.flatMap(({ headers }) => headers[unitHeader] ?? [])
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
