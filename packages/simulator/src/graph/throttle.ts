import type { Simulation } from '../simulation.ts'
import type { Caller } from './caller.ts'
import { GraphError } from './graph-error.ts'
import type { GraphOperation } from './operation.ts'

/**
 * Charges a request to the quotas of its app in its tenant (throttling-limits.md).
 *
 * @param resourceUnits what the request costs; a write costs a write as well.
 * @returns the headers that tell how near the limit is, above four fifths of it.
 * @throws {GraphError} 429 with the seconds to wait, as a decimal.
 */
export function chargeQuotas(
  { quotas, clock }: Simulation,
  { tenant, clientId }: Caller,
  { method, path, cost }: GraphOperation,
  resourceUnits: number,
): Record<string, string> {
  const { tenantId } = tenant
  const isWrite = method !== 'GET' && cost === undefined
  const isReport = path.startsWith('/auditLogs/')
  const isInvitation = path === '/invitations'
  const isOfDirectory = !isReport && !isInvitation
  const verdict = quotas.charge({
    clientId,
    tenantId,
    userCount: tenant.users.size,
    resourceUnits: isOfDirectory ? resourceUnits : 0,
    writes: isWrite && isOfDirectory ? 1 : 0,
    reports: isReport ? 1 : 0,
    invitations: isInvitation ? 1 : 0,
    now: clock.now(),
  })
  if (!verdict) return {}
  const nearness: Record<string, string> =
    verdict.usedShare > 0.8
      ? { 'x-ms-throttle-limit-percentage': verdict.usedShare.toFixed(2) }
      : {}
  const { exceeded } = verdict
  if (!exceeded) return nearness
  // The words and the inner error are those of throttling.md.
  throw new GraphError(429, 'TooManyRequests', 'Please retry again later.', {
    headers: {
      ...nearness,
      'retry-after': exceeded.seconds.toFixed(3),
      ...namesOfLimit[exceeded.quota](`${clientId}/${tenantId}`),
    },
    innerError: { code: '429', message: 'Please retry after', status: '429' },
  })
}

/** Documented for the directory (throttling.md); of the logs and invitations only how long to wait. */
const namesOfLimit = {
  resourceUnits: (whose: string) => ({
    'x-ms-throttle-scope': `Tenant_Application/ReadWrite/${whose}`,
    'x-ms-throttle-information': 'ResourceUnitLimitExceeded',
  }),
  writes: (whose: string) => ({
    'x-ms-throttle-scope': `Tenant_Application/Write/${whose}`,
    'x-ms-throttle-information': 'WriteLimitExceeded',
  }),
  reports: () => ({}),
  invitations: () => ({}),
} as const satisfies Record<string, (whose: string) => Record<string, string>>
