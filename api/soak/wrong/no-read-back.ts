// Takes an answer that nobody heard for a success, and does not look.
import { mutate } from './mutate.ts'

mutate('leaving/leave-organization.ts', [
  [
    "const removed = await ask().findRemovedPerson(guestId)\n      if (removed) return finish({ state: 'done', leftAt: leftAtOf(removed, row) })",
    "if (row.attemptedAt) return finish({ state: 'done', leftAt: row.attemptedAt })",
  ],
])
