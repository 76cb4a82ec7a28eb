import type { Policy, PolicyPreview } from '@foyer/contracts/policy'
import { type Day, dayOf } from '@foyer/lifecycle/calendar'
import { type Forecast, forecastOf } from '@foyer/lifecycle/forecast'
import { inOrder, isPossible } from '@foyer/lifecycle/policy'
import { type Standing, standingOf } from '@foyer/lifecycle/standing'
import type { Transaction } from 'kysely'
import { ProblemError } from '../http/problem-error.ts'
import type { Tables } from '../store/tables.ts'
import { type KnownGuest, readGuestFacts } from '../standing/guest-facts.ts'
import { findPolicy, whenFirst } from './policy-version.ts'

const daysAhead = 30
/** So many are told by name. */
const mostNames = 100

/**
 * What a policy would do within thirty days, beside what that does which is in force. Nothing is kept.
 *
 * @throws {ProblemError} `policy-not-possible`
 */
export async function previewPolicy(
  transaction: Transaction<Tables>,
  wanted: Policy,
  now: Date,
): Promise<PolicyPreview> {
  if (!isPossible(wanted)) throw new ProblemError('policy-not-possible')
  const policy = inOrder(wanted)
  const kept = await findPolicy(transaction)
  const inForce = kept.made ? kept.policy : undefined
  const today = dayOf(now, policy.timeZone)
  const managedSince = (await whenFirst(transaction)) ?? now

  const tally = startTally(today)
  for await (const page of readGuestFacts(transaction, { policy, managedSince, now })) {
    for (const guest of page) {
      tally.count(guest, {
        before: inForce && look(guest, inForce, today),
        after: look(guest, policy, today),
      })
    }
  }
  return { ...tally.end(), countedAt: now.toISOString() }
}

/** A guest as one policy sees them. */
interface Look {
  readonly standing: Standing
  readonly forecast: Forecast
}

function look({ facts }: KnownGuest, policy: Policy, today: Day): Look {
  const standing = standingOf(facts, policy)
  return { standing, forecast: forecastOf(standing, policy, today, daysAhead) }
}

const kinds = ['isAsked', 'isReminded', 'isEnding'] as const
type Earlier = PolicyPreview['earlier'][number]

/** Counts guest by guest, and keeps of all names only those that are told. */
function startTally(today: Day) {
  const counts = {
    isAsked: { before: 0, after: 0 },
    isReminded: { before: 0, after: 0 },
    isEnding: { before: 0, after: 0 },
  }
  const byDay = new Map<Day, number>()
  let guests = 0
  let earlierCount = 0
  let earlier: Earlier[] = []

  return {
    count(guest: KnownGuest, { before, after }: { before: Look | undefined; after: Look }): void {
      guests += 1
      for (const kind of kinds) {
        if (before?.forecast[kind]) counts[kind].before += 1
        if (after.forecast[kind]) counts[kind].after += 1
      }
      const { end, owner } = after.standing
      if (!end || owner !== 'foyer') return
      if (end.on >= today) byDay.set(end.on, (byDay.get(end.on) ?? 0) + 1)
      const was = before?.standing.end?.on
      if (was !== undefined && was <= end.on) return
      earlierCount += 1
      const { guestId, name } = guest
      earlier.push({ guestId, name, ...end, ...(was === undefined ? {} : { was }) })
      if (earlier.length >= 2 * mostNames) earlier = first(earlier)
    },
    end(): Omit<PolicyPreview, 'countedAt'> {
      const told = first(earlier)
      const [busiest] = [...byDay].toSorted(
        ([one, some], [other, more]) => more - some || (one < other ? -1 : 1),
      )
      return {
        guests,
        ...counts,
        earlier: told,
        otherEarlier: earlierCount - told.length,
        ...(busiest ? { busiest: { on: busiest[0], guests: busiest[1] } } : {}),
      }
    },
  }
}

function first(earlier: readonly Earlier[]): Earlier[] {
  return earlier
    .toSorted((one, other) => {
      if (one.on !== other.on) return one.on < other.on ? -1 : 1
      return one.name.localeCompare(other.name)
    })
    .slice(0, mostNames)
}
