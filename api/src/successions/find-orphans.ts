import { randomUUID } from 'node:crypto'
import type { PersonId } from '@foyer/contracts/ids'
import { startDeadline } from '@foyer/directory/deadline'
import { countsAsSponsor, monthBefore } from '@foyer/lifecycle/succession'
import { sql, type Transaction } from 'kysely'
import { connectedOf } from '../configuration/connected-organization.ts'
import type { LeavingSetting } from '../leaving/work.ts'
import { findInForce } from '../standing/keep-standings.ts'
import type { Tables } from '../store/tables.ts'
import type { StepKind } from '../work/step.ts'
import { addSuccession, lockSuccession } from './succession.ts'
import { writeDownSuccession } from './write-down.ts'

/** The kind of the daily steps that find guests for whom nobody vouches. */
export const orphansKind = 'orphans'

/** So many are asked for by one question to the directory. */
const atOnce = 100
/** So many are asked about in a day, who waits longest first: nobody is buried in questions. */
const mostADay = 100

interface Orphan {
  readonly guestId: PersonId
  readonly name: string
  readonly mail: string | null
  readonly company: string | null
}

/**
 * Has somebody asked for each guest for whom nobody vouches who could: a sponsor who is blocked, gone or
 * a guest by now is none. Asks about nobody twice within a month.
 */
export function orphansWork({
  directory,
  clock,
  deadlineMs,
  organizations,
}: LeavingSetting): StepKind {
  return {
    kind: orphansKind,
    async run(step) {
      const { organizationId } = step
      const connected = connectedOf(organizations, organizationId)
      const sponsors = await step.note(async (transaction) => {
        const inForce = await findInForce(transaction, clock.now())
        // Where nobody has to vouch, nobody is missing.
        const asksForSponsors = (inForce?.kept.policy.sponsorsAtLeast ?? 0) > 0
        if (!connected.identities.keeper || !asksForSponsors) return undefined
        const { rows } = await sql<{ sponsorId: PersonId }>`
          SELECT DISTINCT sponsor_id FROM guest_sponsor WHERE kind = 'person'
          ORDER BY sponsor_id`.execute(transaction)
        return rows.map(({ sponsorId }) => sponsorId)
      })
      // Before an organization has decided anything, its people are not asked.
      if (!sponsors) return step.finish(async () => {})
      const counting: PersonId[] = []
      for (let from = 0; from < sponsors.length; from += atOnce) {
        step.ending.throwIfAborted()
        const here = directory.of(organizationId, startDeadline(deadlineMs, step.ending), {
          isPatient: true,
        })
        const people = await here.findPeople(sponsors.slice(from, from + atOnce))
        for (const person of people) {
          if (person && countsAsSponsor(person)) counting.push(person.personId)
        }
        // Prolongs the lease.
        await step.note(async () => {})
      }
      await step.finish(async (transaction) => {
        const now = clock.now()
        const profile = await transaction
          .selectFrom('organizationProfile')
          .select('name')
          .executeTakeFirst()
        for (const { guestId, name, mail, company } of await findOrphans(
          transaction,
          counting,
          now,
        )) {
          const successionId = randomUUID()
          const isNew = await addSuccession(
            transaction,
            {
              organizationId,
              successionId,
              guestId,
              cause: 'orphaned',
              openedAt: now,
              openedBy: null,
              openedAs: 'foyer',
              requestId: null,
              leavesId: null,
              namedId: null,
            },
            {
              guest: { name, ...(mail ? { mail } : {}), ...(company ? { company } : {}) },
              organization: profile?.name || connected.name,
            },
          )
          const row = isNew && (await lockSuccession(transaction, successionId))
          if (!row) continue
          await writeDownSuccession(transaction, row, {
            act: 'open-succession',
            outcome: 'asked',
            actor: { kind: 'foyer' },
            facts: { cause: 'orphaned' },
            at: now,
          })
        }
      })
    },
    async giveUp() {},
  }
}

/** Whoever cannot sign in anyway, or is kept by others, needs nobody now. */
async function findOrphans(
  transaction: Transaction<Tables>,
  counting: readonly PersonId[],
  now: Date,
): Promise<readonly Orphan[]> {
  const { rows } = await sql<Orphan>`
    SELECT guest_id, name, mail, company FROM guest
    WHERE removed_at IS NULL AND is_enabled AND sponsors_as_of IS NOT NULL
      AND is_synced IS NOT TRUE AND is_protected IS NOT TRUE
      AND NOT EXISTS (SELECT FROM guest_sponsor link
        WHERE link.organization_id = guest.organization_id AND link.guest_id = guest.guest_id
          AND (link.kind = 'group' OR link.sponsor_id = ANY(${[...counting]}::uuid[])))
      AND NOT EXISTS (SELECT FROM succession asked
        WHERE asked.organization_id = guest.organization_id AND asked.guest_id = guest.guest_id
          AND (asked.state IN ('open', 'accepting')
            OR (asked.state <> 'accepted' AND asked.opened_at > ${monthBefore(now)})))
    ORDER BY created_at NULLS LAST, guest_id LIMIT ${mostADay}`.execute(transaction)
  return rows
}
