import type { LeftOutBecause } from '@foyer/contracts/bulk-extension'
import type { PersonId } from '@foyer/contracts/ids'
import type { Day } from '@foyer/lifecycle/calendar'
import { standingOf } from '@foyer/lifecycle/standing'
import { sql, type Transaction } from 'kysely'
import { findExtensionProblem } from '../guests/extension-problem.ts'
import type { Decider } from '../guests/prepare.ts'
import { sponsoredBy } from '../guests/read-guests.ts'
import type { Language } from '../http/language.ts'
import { factColumns, type FactRow, knownGuestOf } from '../standing/guest-facts.ts'
import type { InForce } from '../standing/keep-standings.ts'
import type { Tables } from '../store/tables.ts'

/** A guest who is named in a bulk, and whether they are extended by it, as far as is remembered. */
export interface Candidate {
  readonly guestId: PersonId
  /** Undefined where whoever asks does not vouch for anybody of this id. */
  readonly name?: string
  readonly endsOn?: Day | undefined
  /** Undefined where they would be extended. */
  readonly because?: LeftOutBecause | undefined
}

interface Row extends FactRow {
  readonly hasGrown: boolean
}

/**
 * Everybody who is named, by their names, those without one last.
 *
 * @param guestIds in lower case, each once.
 */
export async function judgeCandidates(
  transaction: Transaction<Tables>,
  inForce: InForce,
  {
    decider,
    vouchingIds,
    guestIds,
    until,
    language,
  }: {
    readonly decider: Decider
    /** By which the decider vouches. */
    readonly vouchingIds: readonly string[]
    readonly guestIds: readonly PersonId[]
    readonly until: Day
    readonly language: Language
  },
): Promise<Candidate[]> {
  const isVouchedFor = decider.isOperator ? sql`true` : sponsoredBy(vouchingIds)
  const { rows } = await sql<Row>`
    SELECT ${factColumns}, confirmed_groups IS NOT NULL AND EXISTS (
        SELECT FROM membership held WHERE held.organization_id = guest.organization_id
          AND held.guest_id = guest.guest_id AND held.group_id <> ALL(confirmed_groups)) AS has_grown
    FROM guest LEFT JOIN term USING (organization_id, guest_id)
    WHERE removed_at IS NULL AND guest.guest_id = ANY(${[...guestIds]}::uuid[])
      AND guest.guest_id <> ${decider.personId} AND ${isVouchedFor}`.execute(transaction)
  const byName = new Intl.Collator(language)
  const known = rows
    .map((row) => judge(row, inForce, until))
    .toSorted((one, other) => byName.compare(one.name, other.name))
  const found = new Set(known.map(({ guestId }) => guestId))
  const others = guestIds.filter((guestId) => !found.has(guestId))
  return [...known, ...others.map((guestId) => ({ guestId, because: 'guest-not-found' as const }))]
}

function judge(row: Row, inForce: InForce, until: Day): Candidate & { readonly name: string } {
  const { guestId, name, facts } = knownGuestOf(row, inForce.reading)
  const endsOn = standingOf(facts, inForce.kept.policy).end?.on
  const problem = findExtensionProblem(facts, inForce, { endsOn, until })
  return { guestId, name, endsOn, because: problem ?? (row.hasGrown ? 'access-grew' : undefined) }
}
