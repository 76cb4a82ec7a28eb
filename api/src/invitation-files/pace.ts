import type { OrganizationId } from '@foyer/contracts/ids'
import { sql } from 'kysely'
import type { ConnectedOrganization } from '../configuration/connected-organization.ts'
import { countUsedToday, endOfDay } from '../mail/budget.ts'
import { mailKind } from '../mail/post.ts'
import type { Store } from '../store/store.ts'
import { PutOff, urgency } from '../work/step.ts'

/** Of a day's mails: the others are for codes, answers and what else somebody waits for. */
const share = 0.8
/** Somebody configures it. */
const unconfiguredMs = 10 * 60_000

/** How many rows of files an organization sends in a day at most; 0 where no mail leaves. */
export function mailsADayOf({ mail }: Pick<ConnectedOrganization, 'mail'>): number {
  return mail ? Math.floor(mail.dailyBudget * share) : 0
}

/**
 * Lets a row be sent while the day has mails for it besides those that wait already.
 *
 * @throws {PutOff} until tomorrow, or until mails leave.
 */
export async function requireMailLeft(
  store: Store,
  connected: Pick<ConnectedOrganization, 'organizationId' | 'mail'>,
  now: Date,
): Promise<void> {
  if (!connected.mail) {
    throw new PutOff('mail-not-configured', { waitMs: unconfiguredMs, isEndless: true })
  }
  const used = await countUsedToday(store, connected.organizationId, now)
  const waiting = await countWaitingMails(store, connected.organizationId)
  if (used + waiting < mailsADayOf(connected)) return
  const waitMs = endOfDay(now).getTime() - now.getTime()
  throw new PutOff('mail-budget', { waitMs, isEndless: true })
}

async function countWaitingMails(store: Store, organizationId: OrganizationId): Promise<number> {
  const { rows } = await store.outside(async (handle) =>
    sql<{ count: number }>`
      SELECT count(*)::int AS count FROM step
      WHERE organization_id = ${organizationId} AND state = 'waiting'
        AND urgency = ${urgency.told} AND kind = ${mailKind}`.execute(handle),
  )
  return rows[0]?.count ?? 0
}
