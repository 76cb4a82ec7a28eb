// Puts mails into the outbox after the transaction of the act, and a kill can lie between.
import { mutate } from './mutate.ts'

mutate('leaving/end.ts', [
  [
    'await tellOfEnd(transaction, row, words, end, setting)',
    '(globalThis.tellings ??= new Map()).set(row.leavingId, (later) => tellOfEnd(later, row, words, end, setting))',
  ],
])
mutate('work/hold.ts', [
  [
    `        await work(transaction)
      }),
  }`,
    `        await work(transaction)
      }).then(async () => {
        const tell = globalThis.tellings?.get(claimed.subjectId)
        if (!tell) return
        await new Promise((done) => setTimeout(done, 300))
        await store.asOrganization(organizationId, tell)
      }),
  }`,
  ],
])
