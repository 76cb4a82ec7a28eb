// Ends leases by the clock of the host, of which each has its own: this one is ahead.
import { mutate } from './mutate.ts'

mutate('work/claim.ts', [
  [
    'leased_until < clock_timestamp()',
    'leased_until < ${new Date(Date.now() + 60_000).toISOString()}::timestamptz',
  ],
])
mutate('work/hold.ts', [
  [
    'WHERE step_id = ${stepId} AND lease = ${lease} RETURNING 1`.execute(transaction)\n  if',
    'WHERE step_id = ${stepId} RETURNING 1`.execute(transaction)\n  if',
  ],
])
