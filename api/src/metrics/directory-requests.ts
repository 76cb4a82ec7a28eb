import { Counter, type Registry } from 'prom-client'
import type { Metrics } from './metrics.ts'

/** What each organization's directory was asked, what that cost, and when it was too much. */
export function createDirectoryRequestMetrics(
  registers: Registry[],
): Pick<Metrics, 'countDirectoryRequest'> {
  const requests = new Counter({
    name: 'foyer_directory_requests_total',
    help: 'Requests to Microsoft Graph, those of a batch one by one, by organization and status',
    labelNames: ['organization', 'status'],
    registers,
  })
  const units = new Counter({
    name: 'foyer_directory_resource_units_total',
    help: 'Resource units that Microsoft Graph charged, by organization',
    labelNames: ['organization'],
    registers,
  })
  const throttled = new Counter({
    name: 'foyer_directory_throttled_total',
    help: 'Requests that Microsoft Graph refused as too many, by organization',
    labelNames: ['organization'],
    registers,
  })
  const held = new Counter({
    name: 'foyer_directory_held_seconds_total',
    help: 'How long the budget held work that nobody waits for, by organization',
    labelNames: ['organization'],
    registers,
  })
  return {
    countDirectoryRequest(organization, { status, resourceUnits, heldMs }) {
      requests.inc({ organization, status: String(status ?? 'none') })
      units.inc({ organization }, resourceUnits ?? 0)
      throttled.inc({ organization }, status === 429 ? 1 : 0)
      held.inc({ organization }, heldMs / 1000)
    },
  }
}
