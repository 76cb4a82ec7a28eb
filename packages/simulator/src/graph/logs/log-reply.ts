import type { Tenant } from '../../world/tenant.ts'
import { notFound } from '../graph-error.ts'
import { type Call, contextOf, type GraphReply, param } from '../operation.ts'
import { pageOf } from '../paging.ts'
import { compileFilter } from '../query/filter.ts'
import { compileOrder } from '../query/order.ts'
import type { QueriedType } from '../query/queried-type.ts'

/** The largest page, which a request gets that asks for none (signin-list.md). */
export const largestLogPage = 1000

const dayMs = 86_400_000
/** Without a premium licence logs are kept for seven days (reference-reports-data-retention.md). */
const daysKept = { premium: 30, free: 7 }

/** When the oldest entry may have been written that a tenant still has. */
export function keptSince({ tenant, simulation }: Call): Date {
  const days = daysKept[licenceOf(tenant)]
  return new Date(simulation.clock.now().getTime() - days * dayMs)
}

function licenceOf({ hasPremiumLicence }: Tenant): keyof typeof daysKept {
  return hasPremiumLicence ? 'premium' : 'free'
}

type Entry = Readonly<Record<string, unknown>> & { readonly id: string }

/** A page of a log, the newest entry first unless another order is asked for. */
export function logReply(
  call: Call,
  context: string,
  entries: readonly Entry[],
  type: QueriedType,
): GraphReply {
  const { filter, orderBy } = call.query
  const { negationOfNothing } = call.simulation.variants
  const asked = { isAdvanced: false, negationOfNothing }
  const fits = filter === undefined ? undefined : compileFilter(filter, type, asked)
  const found = fits ? entries.filter((entry) => fits(entry)) : entries
  const ordered =
    orderBy === undefined ? found.toReversed() : found.toSorted(compileOrder(orderBy, type, asked))
  const { items, nextLink } = pageOf(call, ordered, largestLogPage)
  return {
    status: 200,
    body: {
      '@odata.context': contextOf(call, context),
      ...(nextLink ? { '@odata.nextLink': nextLink } : {}),
      value: items,
    },
  }
}

/** @throws {GraphError} 404 for what was never written, or is no longer kept. */
export function logEntryReply(call: Call, context: string, entries: readonly Entry[]): GraphReply {
  const id = param(call, 'id')
  const found = entries.find((entry) => entry.id === id)
  if (!found) throw notFound(id)
  return {
    status: 200,
    body: { '@odata.context': contextOf(call, `${context}/$entity`), ...found },
  }
}
