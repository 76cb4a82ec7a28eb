/** What an app may use of one tenant. Microsoft says that the numbers may change (throttling.md). */
export interface QuotaLimits {
  /** Resource units per 10 s; by the size of the tenant without it. */
  readonly resourceUnits?: number
  /** Writes per 150 s; Microsoft's 3,000 without it. */
  readonly writes?: number
  /** Requests to the logs per 10 s; Microsoft's five without it. */
  readonly reports?: number
  /** Invitations per 5 s, of all apps in a tenant together; Microsoft's 150 without it. */
  readonly invitations?: number
}

/** A charge: who uses how much of which tenant, and when by the simulated clock. */
export interface Usage {
  readonly clientId: string
  readonly tenantId: string
  readonly userCount: number
  readonly resourceUnits: number
  readonly writes: number
  /** Requests to the logs, which are a service beside the directory. */
  readonly reports: number
  /** Requests to the service of invitations, which is another one. */
  readonly invitations: number
  readonly now: Date
}

export interface Verdict {
  /** The share of the fuller quota that is used: from 0, above 1 for whoever goes on asking. */
  readonly usedShare: number
  /** Which quota is exceeded, and for how long from now. */
  readonly exceeded?: { readonly quota: QuotaName; readonly seconds: number }
}

export interface Quotas {
  /** Switches quotas on, with these limits, or off. */
  choose(limits: QuotaLimits | 'off'): void
  /** @returns undefined while quotas are off. */
  charge(usage: Usage): Verdict | undefined
  clear(): void
}

interface Bucket {
  left: number
  at: number
}

const periodSeconds = { resourceUnits: 10, writes: 150, reports: 10, invitations: 5 } as const
type QuotaName = keyof typeof periodSeconds
/** A throttled request counts as well; x-ms-throttle-limit-percentage ends at 1.8. */
const largestDebt = 0.8

/** A token bucket for each quota, app and tenant, or each tenant; off until somebody chooses limits. */
export function createQuotas(initial: QuotaLimits | 'off' = 'off'): Quotas {
  let limits = initial
  const buckets = new Map<string, Bucket>()

  const take = (quota: QuotaName, usage: Usage, limit: number) => {
    const whose = quota === 'invitations' ? 'every app' : usage.clientId
    const key = `${quota} ${whose} ${usage.tenantId}`
    const now = usage.now.getTime() / 1000
    const rate = limit / periodSeconds[quota]
    const bucket = buckets.get(key) ?? { left: limit, at: now }
    const refilled = Math.min(limit, bucket.left + Math.max(0, now - bucket.at) * rate)
    const left = Math.max(refilled - usage[quota], -largestDebt * limit)
    buckets.set(key, { left, at: now })
    const isExceeded = usage[quota] > 0 && refilled < usage[quota]
    return {
      usedShare: (limit - left) / limit,
      ...(isExceeded ? { exceeded: { quota, seconds: (usage[quota] - left) / rate } } : {}),
    }
  }

  return {
    choose(chosen) {
      limits = chosen
      buckets.clear()
    },
    charge(usage) {
      if (limits === 'off') return undefined
      const { resourceUnits = unitsFor(usage.userCount), writes = 3000 } = limits
      const { reports = 5, invitations = 150 } = limits
      const verdicts =
        usage.reports > 0
          ? [take('reports', usage, reports)]
          : usage.invitations > 0
            ? [take('invitations', usage, invitations)]
            : [take('resourceUnits', usage, resourceUnits), take('writes', usage, writes)]
      const exceeded = verdicts.find((verdict) => verdict.exceeded)?.exceeded
      return {
        usedShare: Math.max(...verdicts.map(({ usedShare }) => usedShare)),
        ...(exceeded ? { exceeded } : {}),
      }
    },
    clear() {
      limits = initial
      buckets.clear()
    },
  }
}

/** S, M and L (throttling-limits.md, identity and access). */
function unitsFor(userCount: number): number {
  if (userCount < 50) return 3500
  return userCount <= 500 ? 5000 : 8000
}
