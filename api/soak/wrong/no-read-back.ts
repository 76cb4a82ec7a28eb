// Takes an answer that nobody heard for a success, and does not look.
import { mutate } from './mutate.ts'

mutate('directory/src/removal.ts', [
  ["return (await isRemoved()) ? 'removed' : outcome", "return 'removed'"],
])
mutate('leaving/leave-organization.ts', [
  [
    `      const removed = await ask().findRemovedPerson(guestId)
      if (removed) return finish({ state: 'done', leftAt: leftAtOf(removed, row) })`,
    "      return finish({ state: 'done', leftAt: row.attemptedAt })",
  ],
])
