// Writes though another worker has the step, and takes steps that others hold.
import { mutate } from './mutate.ts'

mutate('work/hold.ts', [
  [
    'WHERE step_id = ${stepId} AND lease = ${lease} AND NOT EXISTS',
    'WHERE step_id = ${stepId} AND NOT EXISTS',
  ],
  [
    'WHERE step_id = ${stepId} AND lease = ${lease} RETURNING 1',
    'WHERE step_id = ${stepId} RETURNING 1',
  ],
])
mutate('work/claim.ts', [['AND (leased_until IS NULL OR leased_until < clock_timestamp())', '']])
