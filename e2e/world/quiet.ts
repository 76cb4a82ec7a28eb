import { type BrowserContext, expect, type Request } from '@playwright/test'

/** So long without a request, and nothing that a page has begun is still to be asked. */
const quietMs = 500

/**
 * What waits until no page of a browser is asking anything: what is under way while the clock jumps
 * would be asked at two times.
 */
export function watchForQuiet(context: BrowserContext): () => Promise<void> {
  const open = new Set<Request>()
  let since = performance.now()
  const end = (request: Request) => {
    open.delete(request)
    since = performance.now()
  }
  context.on('request', (request) => open.add(request))
  context.on('requestfinished', end)
  context.on('requestfailed', end)
  return async () =>
    expect
      .poll(() => open.size === 0 && performance.now() - since > quietMs, {
        message: 'no page is asking anything',
        intervals: [100],
      })
      .toBe(true)
}
