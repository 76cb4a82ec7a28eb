// Ends leases by the clock of its own host, which is a minute ahead.
import { mutate } from './mutate.ts'

mutate('work/claim.ts', [
  [
    'leased_until < clock_timestamp()',
    'leased_until < ${new Date(Date.now() + 60_000).toISOString()}::timestamptz',
  ],
])
