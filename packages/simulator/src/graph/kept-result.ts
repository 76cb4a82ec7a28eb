import type { Tenant } from '../world/tenant.ts'
import type { Call } from './operation.ts'

interface Kept {
  /** Changes with every effect, and where a directory was filled, which has none. */
  readonly state: string
  readonly results: Map<string, unknown>
}

const mostResults = 32
const keptOf = new WeakMap<Tenant, Kept>()

/**
 * Works something out over a whole directory at most once between two changes of it.
 *
 * @param what names it, with everything that it depends on besides the directory.
 */
export function keep<Result>(
  { tenant, simulation }: Call,
  what: string,
  work: () => Result,
): Result {
  const sequence = simulation.effects.list().at(-1)?.sequence ?? 0
  const state = `${sequence} ${tenant.userOrder.length}`
  const known = keptOf.get(tenant)
  const kept = known?.state === state ? known : { state, results: new Map<string, unknown>() }
  if (kept !== known) keptOf.set(tenant, kept)
  if (kept.results.has(what)) return kept.results.get(what) as Result
  if (kept.results.size >= mostResults) kept.results.clear()
  const result = work()
  kept.results.set(what, result)
  return result
}
