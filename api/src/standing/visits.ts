import { sql } from 'kysely'
import type { Log } from '../http/log.ts'
import type { Store } from '../store/store.ts'
import { StoreError } from '../store/store-error.ts'
import type { CallerIdentity } from '../token/validate-claims.ts'

/** Keeps when guests last visited Foyer, to the day: a sign of use, which they can read. */
export interface Visits {
  note(
    visitor: Pick<CallerIdentity, 'organizationId' | 'personId'>,
    visit: { readonly language: string; readonly now: Date; readonly log: Log },
  ): Promise<void>
}

/** So many are remembered as noted already; whoever is forgotten is noted once more. */
const most = 10_000

export function createVisits(store: Store): Visits {
  let day = ''
  let noted = new Set<string>()
  return {
    async note({ organizationId, personId }, { language, now, log }) {
      const today = now.toISOString().slice(0, 10)
      if (today !== day || noted.size >= most) noted = new Set()
      day = today
      const key = `${organizationId}/${personId}`
      if (noted.has(key)) return
      noted.add(key)
      const at = new Date(`${today}T00:00:00Z`)
      try {
        await store.asOrganization(organizationId, async (transaction) =>
          sql`INSERT INTO term (organization_id, guest_id, visited_at, language)
            VALUES (${organizationId}, ${personId}, ${at}, ${language})
            ON CONFLICT (organization_id, guest_id)
              DO UPDATE SET visited_at = excluded.visited_at, language = excluded.language
              WHERE term.visited_at IS DISTINCT FROM excluded.visited_at
                OR term.language IS DISTINCT FROM excluded.language`.execute(transaction),
        )
      } catch (error) {
        noted.delete(key)
        if (!(error instanceof StoreError)) throw error
        // What a guest came for does not wait for it.
        log.warn({ organizationId, err: error }, 'visit not noted')
      }
    },
  }
}
