import { activeSubscriptions } from '../graph/subscriptions/subscriptions.ts'
import type { Simulation } from '../simulation.ts'
import type { Saved } from '../state/saved.ts'
import type { Subscription } from '../world/subscription.ts'
import type { Tenant } from '../world/tenant.ts'
import type { Effect } from './effects.ts'
import { noticesOf } from './notices-of-effect.ts'

/** One thing that a client is told, and what became of it so far. */
interface Notice {
  readonly subscriptionId: string
  readonly tenantId: string
  readonly url: string
  readonly content: Readonly<Record<string, unknown>>
  readonly since: number
  dueAt: number
  attempts: number
}

/** Delivers change notifications and lifecycle notifications, by the clock of the world. */
export interface Notices extends Saved {
  tell(effect: Effect): void
  /** Sends what the clock has made due; without a jump of the clock a timer does it. */
  deliverDue(): void
  clear(): void
  close(): void
}

const minuteMs = 60_000
const dayMs = 24 * 60 * minuteMs
/** An endpoint answers with 2xx in this time (change-notifications-delivery-webhooks.md). */
const patienceMs = 3_000
const givesUpAfterMs = 4 * 60 * minuteMs
const firstPauseMs = 10_000
const longestPauseMs = 30 * minuteMs
const longestTimerMs = minuteMs

export function createNotices(simulationOf: () => Simulation): Notices {
  let pending = new Set<Notice>()
  let timer: NodeJS.Timeout | undefined
  const inFlight = new Set<Notice>()
  const closing = new AbortController()

  const add = (
    { id, notificationUrl }: Pick<Subscription, 'id' | 'notificationUrl'>,
    tenant: Tenant,
    content: Notice['content'],
    delayMs: number,
  ): void => {
    const since = simulationOf().clock.now().getTime()
    pending.add({
      subscriptionId: id,
      tenantId: tenant.tenantId,
      url: notificationUrl,
      content,
      since,
      dueAt: since + delayMs,
      attempts: 0,
    })
  }

  /** V-35: asks those to reauthorize whose subscription ends within a day. */
  const warnOfEnds = ({ clock, variants, world }: Simulation): void => {
    if (variants.reauthorizationNotice === 'never') return
    for (const tenant of world.tenants.values()) {
      for (const subscription of tenant.subscriptions.values()) {
        const { expirationDateTime: end, lifecycleNotificationUrl, warnedOfEnd } = subscription
        const leftMs = Date.parse(end) - clock.now().getTime()
        if (!lifecycleNotificationUrl || warnedOfEnd === end || leftMs <= 0 || leftMs > dayMs) {
          continue
        }
        subscription.warnedOfEnd = end
        const content = {
          subscriptionId: subscription.id,
          subscriptionExpirationDateTime: end,
          tenantId: tenant.tenantId,
          clientState: subscription.clientState,
          lifecycleEvent: 'reauthorizationRequired',
        }
        add({ id: subscription.id, notificationUrl: lifecycleNotificationUrl }, tenant, content, 0)
      }
    }
  }

  const deliverDue = (): void => {
    const simulation = simulationOf()
    warnOfEnds(simulation)
    const now = simulation.clock.now().getTime()
    for (const notice of pending) {
      const isOver = now - notice.since > givesUpAfterMs && notice.attempts > 0
      const tenant = simulation.world.tenants.get(notice.tenantId)
      const isWanted = tenant?.subscriptions.has(notice.subscriptionId)
      if (isOver || !isWanted) pending.delete(notice)
    }
    const due = [...pending].filter((notice) => notice.dueAt <= now && !inFlight.has(notice))
    const byUrl = Map.groupBy(due, ({ url }) => url)
    for (const [url, notices] of byUrl) void deliver(url, notices)
    schedule(now)
  }

  const deliver = async (url: string, notices: readonly Notice[]): Promise<void> => {
    for (const notice of notices) inFlight.add(notice)
    const isTaken = await post(
      url,
      notices.map(({ content }) => content),
      closing.signal,
    )
    const now = simulationOf().clock.now().getTime()
    for (const notice of notices) {
      inFlight.delete(notice)
      notice.attempts += 1
      notice.dueAt = now + Math.min(firstPauseMs * 2 ** notice.attempts, longestPauseMs)
      if (isTaken) pending.delete(notice)
    }
    if (!closing.signal.aborted) schedule(now)
  }

  const schedule = (now: number): void => {
    clearTimeout(timer)
    const waiting = [...pending].filter((notice) => !inFlight.has(notice))
    if (waiting.length === 0) return
    const next = Math.min(...waiting.map(({ dueAt }) => dueAt))
    const pauseMs = Math.min(Math.max(next - now, 0), longestTimerMs)
    timer = setTimeout(deliverDue, pauseMs)
    timer.unref()
  }

  return {
    tell(effect) {
      const simulation = simulationOf()
      const tenant = [...simulation.world.tenants.values()].find(
        ({ slug }) => slug === effect.organization,
      )
      if (!tenant || tenant.subscriptions.size === 0 || effect.what.startsWith('subscription-')) {
        return
      }
      const isLate = simulation.variants.noticesOfChanges === '30-minutes-late'
      for (const subscription of activeSubscriptions(simulation, tenant)) {
        for (const content of noticesOf(effect, subscription, tenant)) {
          add(subscription, tenant, content, isLate ? 30 * minuteMs : 0)
        }
      }
      schedule(simulation.clock.now().getTime())
    },
    deliverDue,
    clear() {
      pending = new Set()
      clearTimeout(timer)
    },
    close() {
      clearTimeout(timer)
      closing.abort()
    },
    save: () => [...pending],
    load(saved) {
      pending = new Set((saved as Notice[] | undefined) ?? [])
      deliverDue()
    },
  }
}

/** Whether the endpoint took them: redirects are no answer. */
async function post(
  url: string,
  value: readonly unknown[],
  closing: AbortSignal,
): Promise<boolean> {
  try {
    const reply = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ value }),
      redirect: 'manual',
      signal: AbortSignal.any([AbortSignal.timeout(patienceMs), closing]),
    })
    await reply.body?.cancel()
    return reply.ok
  } catch {
    return false
  }
}
