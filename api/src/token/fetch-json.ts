const deadlineMs = 5_000
const largestBytes = 256 * 1024

/**
 * Gets a small JSON document from an address of the configuration: no redirect, five seconds for
 * everything, 256 kB.
 *
 * @throws for any other answer.
 */
export async function fetchJson(url: string): Promise<unknown> {
  const response = await fetch(url, {
    redirect: 'error',
    signal: AbortSignal.timeout(deadlineMs),
    headers: { accept: 'application/json' },
  })
  try {
    const type = response.headers.get('content-type') ?? ''
    if (response.status !== 200) throw new Error(`answered ${response.status}`)
    if (!/^application\/([\w.-]+\+)?json\b/i.test(type)) throw new Error('answered no JSON')
    const chunks: Uint8Array[] = []
    let bytes = 0
    for await (const chunk of (response.body ?? []) as AsyncIterable<Uint8Array>) {
      bytes += chunk.length
      if (bytes > largestBytes) throw new Error('answered too much')
      chunks.push(chunk)
    }
    return JSON.parse(Buffer.concat(chunks).toString('utf8'))
  } finally {
    // What was not read would hold the connection.
    if (!response.bodyUsed) await response.body?.cancel()
  }
}
