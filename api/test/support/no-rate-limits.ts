import type { RateLimits } from '../../src/http/rate-limit.ts'

/** For tests that ask more in a minute than people do. */
export const noRateLimits: RateLimits = {
  callerPerMinute: 1e6,
  refusedTokensPerMinute: 1e6,
  lookUpsPerMinute: 1e6,
  receiptsPerMinute: 1e6,
  codesPerMinute: 1e6,
  pagesPerMinute: 1e6,
  notificationsPerMinute: 1e6,
}
