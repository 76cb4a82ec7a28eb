// Says that it was done, and then does it.
import { mutate } from './mutate.ts'

mutate('leaving/leave-organization.ts', [
  [
    'const removal = await here().removePerson(guestId)',
    `await finish({ state: 'done', leftAt: clock.now() }, attempted)
    await new Promise((done) => setTimeout(done, 300))
    const removal = await here().removePerson(guestId)
    if (removal) return undefined`,
  ],
])
